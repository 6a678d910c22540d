import {
  type LedgerRange,
  type LedgerSum,
  resolveWindow,
  type TimeWindow,
} from '@plimsoll/plugin-slo-common';
import type { MarkedSum } from '../ledger/ledgerSums';

const DAY_SECONDS = 86_400;
/** The longest burn window reaches so far back; it is read every minute. */
const RECENT_DAYS = 3;

/**
 * A window in parts that lie side by side. What lies in the middle are whole
 * days that the ledger does not change, so that their sum may be kept.
 */
export interface WindowParts {
  before: LedgerRange;
  middle: LedgerRange;
  after: LedgerRange;
}

/**
 * The parts of a window. The middle stays the same from one midnight (UTC) to
 * the next, wherever in between a rolling window begins.
 *
 * @param options.range - of the window at `at`
 * @param options.at - Unix seconds
 * @returns nothing where the window is too short to have a middle
 */
export function windowParts(options: {
  window: TimeWindow;
  range: LedgerRange;
  at: number;
}): WindowParts | undefined {
  const { window, range, at } = options;
  const today = Math.floor(at / DAY_SECONDS) * DAY_SECONDS;
  const latest =
    window.kind === 'rolling'
      ? resolveWindow({ window, at: today + DAY_SECONDS }).from
      : range.from;
  const from = Math.ceil(latest / DAY_SECONDS) * DAY_SECONDS;
  const to = today - RECENT_DAYS * DAY_SECONDS;
  return from < to
    ? {
        before: { from: range.from, to: from },
        middle: { from, to },
        after: { from: to, to: range.to },
      }
    : undefined;
}

/** A window in parts around a middle whose sum is known. */
export function partsAround(
  middle: LedgerRange,
  range: LedgerRange,
): WindowParts {
  return {
    before: { from: range.from, to: middle.from },
    middle: { from: middle.from, to: middle.to },
    after: { from: middle.to, to: range.to },
  };
}

/** The sum of parts that lie side by side, in order. */
export function joinSums(parts: MarkedSum[]): MarkedSum {
  return parts.reduce((joined, part) => ({
    from: joined.from,
    to: part.to,
    bad: joined.bad + part.bad,
    total: joined.total + part.total,
    coveredSeconds: joined.coveredSeconds + part.coveredSeconds,
    inconsistent: joined.inconsistent || part.inconsistent,
  }));
}

/** Whether a kept sum is that of a range. */
export function isSumOf(
  sum: LedgerSum | undefined,
  range: LedgerRange,
): boolean {
  return sum?.from === range.from && sum.to === range.to;
}
