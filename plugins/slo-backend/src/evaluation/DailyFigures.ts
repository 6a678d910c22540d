import {
  type LedgerRange,
  type LedgerSum,
  type TimeWindow,
  zonedDays,
} from '@plimsoll/plugin-slo-common';
import type { MarkedSum } from '../ledger/ledgerSums';
import type { KnownDefinition } from './ClaimedObjective';

/**
 * What changes once a day: kept beside the status, so that the other 1,439
 * evaluations of the day need not sum two months again.
 */
export interface DailyFigures {
  /** What they were made for; others are made when it differs. */
  key: string;
  /** Remaining budget at the last midnights, oldest first, without today. */
  trend: Array<number | null>;
  /** Sums of the reference days of a calendar window. */
  days: LedgerSum[];
  /** Sum of the whole days in the middle of the window, see `windowParts`. */
  middle?: MarkedSum;
  /** What they were made for besides the day. */
  basis?: string;
  /** Midnights that the day begins with, UTC's first, Unix seconds. */
  starts?: number[];
  /** They were made of those of the day before, see `carryFigures`. */
  isCarried?: boolean;
}

/** Until then samples of yesterday may still come in. */
const SETTLED_SECONDS = 900;

/** The day that an instant belongs to, for one window. */
export interface EvaluationDay {
  key: string;
  /** The part of the key that is the same on all days. */
  basis: string;
  /** Midnights: UTC's first, Unix seconds. */
  starts: number[];
  /** Unix seconds before which nothing changes any more on this day. */
  start: number;
  /** Unix seconds from which on yesterday has settled. */
  settledAt: number;
  /** Yesterday has settled: what is computed now may be kept. */
  settled: boolean;
}

/** The day of an evaluation: UTC's, and that of the window's zone. */
export function evaluationDay(options: {
  definition: Pick<KnownDefinition, 'target' | 'window'>;
  /** Unix seconds. */
  at: number;
  /** What corrections take out; absent: nothing. */
  excluded?: readonly LedgerRange[];
}): EvaluationDay {
  const { definition, at, excluded } = options;
  const starts = dayStarts(definition.window, at);
  const start = Math.max(...starts);
  const settledAt = start + SETTLED_SECONDS;
  // what was kept before a correction, or its undo, holds no more
  const basis = [
    definition.target,
    definition.window,
    ...(excluded ? [excluded] : []),
  ];
  return {
    key: JSON.stringify([starts, ...basis]),
    basis: JSON.stringify(basis),
    starts,
    start,
    settledAt,
    settled: at >= settledAt,
  };
}

function dayStarts(window: TimeWindow, at: number): number[] {
  const zones = window.kind === 'calendar' ? ['UTC', window.timeZone] : ['UTC'];
  return zones.map(
    timeZone => zonedDays({ from: at, to: at + 1, timeZone })[0].from,
  );
}
