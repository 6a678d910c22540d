import { remainingRanges } from '../corrections/remainingRanges';
import type { LedgerSum } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import type { ProjectionBasis } from '../status/ObjectiveStatus';
import { zonedDays, type ZonedDay } from './zonedDays';

/** What the rest of a calendar window will bring. @public */
export interface ExpectedVolume {
  /** Units expected from now to the window's end. */
  total: number;
  /**
   * The same cut at midnights, in order, for interpolation; excluded time lies
   * between them.
   */
  stretches: Array<LedgerRange & { total: number }>;
  basis: ProjectionBasis;
}

const WEEKS = 4;
/** A day that was measured for less than this says little about its volume. */
const MIN_DAY_COVERAGE = 0.5;
const UNMEASURED = { total: 0, coveredSeconds: 0 };

/**
 * The whole days whose volumes foretell the rest of a calendar window: the last
 * four weeks before today, in the zone, oldest first. They stay the same until
 * the next midnight there, so their sums may be kept that long.
 *
 * @param options.at - Unix seconds
 * @public
 */
export function referenceDays(options: {
  at: number;
  timeZone: string;
}): readonly ZonedDay[] {
  const { at, timeZone } = options;
  const margin = (WEEKS * 7 + 2) * 86_400;
  const days = zonedDays({ from: at - margin, to: at + 1, timeZone });
  return days.slice(-WEEKS * 7 - 1, -1);
}

function mean(values: number[]): number | undefined {
  return values.length > 0
    ? values.reduce((sum, value) => sum + value, 0) / values.length
    : undefined;
}

/** Units per second of the reference days that were measured well enough. */
function ratesOf(
  reference: readonly ZonedDay[],
  sums: readonly LedgerSum[],
): Array<{ weekday: number; rate: number }> {
  return reference.flatMap(({ from, to, weekday }, index) => {
    const { total, coveredSeconds } = sums[index] ?? UNMEASURED;
    return coveredSeconds >= MIN_DAY_COVERAGE * (to - from)
      ? [{ weekday, rate: total / coveredSeconds }]
      : [];
  });
}

/**
 * Expects the rest of a window from the volumes of the last four weeks: each
 * day at the mean rate of the same weekdays; where none of them was measured,
 * at the mean of all measured days; where no day was measured, at the rate of
 * the window so far. Rates are per measured second, so that a day of 25 hours
 * or with a gap counts no more and no less; a day that was measured for less
 * than half is left out. Time that is excluded already brings nothing, as it
 * will not count when it is there: what is expected of the window stays the
 * same while such time passes.
 *
 * @param options.at - Unix seconds
 * @param options.to - end of the window
 * @param options.days - sums over {@link referenceDays}, in their order
 * @param options.soFar - sum of the window up to `at`
 * @param options.excluded - what corrections take out: in order, without
 * overlap, see `unionRanges`
 * @returns undefined when nothing at all was measured
 * @public
 */
export function expectedVolume(options: {
  at: number;
  to: number;
  timeZone: string;
  days: readonly LedgerSum[];
  soFar: Pick<LedgerSum, 'total' | 'coveredSeconds'>;
  excluded?: readonly LedgerRange[];
}): ExpectedVolume | undefined {
  const { at, to, timeZone, days, soFar, excluded = [] } = options;
  const measured = ratesOf(referenceDays({ at, timeZone }), days);
  const overall = mean(measured.map(({ rate }) => rate));
  if (overall === undefined && !(soFar.coveredSeconds > 0)) {
    return undefined;
  }
  let basis: ProjectionBasis = 'same-weekday';
  const rateOn = (weekday: number): number => {
    const same = mean(
      measured.filter(day => day.weekday === weekday).map(({ rate }) => rate),
    );
    if (same !== undefined) {
      return same;
    }
    basis = overall === undefined ? 'so-far' : 'all-days';
    return overall ?? soFar.total / soFar.coveredSeconds;
  };
  const stretches = zonedDays({ from: at, to, timeZone }).flatMap(day =>
    remainingRanges({
      excluded,
      from: Math.max(day.from, at),
      to: Math.min(day.to, to),
    }).map(left => ({
      ...left,
      total: rateOn(day.weekday) * (left.to - left.from),
    })),
  );
  return {
    total: stretches.reduce((sum, stretch) => sum + stretch.total, 0),
    stretches,
    basis,
  };
}
