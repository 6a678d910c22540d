import {
  type LedgerSum,
  type TimeWindow,
  zonedDays,
} from '@plimsoll/plugin-slo-common';
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
}

/** Until then samples of yesterday may still come in. */
const SETTLED_SECONDS = 900;

/** The day that an instant belongs to, for one window. */
export interface EvaluationDay {
  key: string;
  /** Unix seconds before which nothing changes any more on this day. */
  start: number;
  /** Yesterday has settled: what is computed now may be kept. */
  settled: boolean;
}

/** The day of an evaluation: UTC's, and that of the window's zone. */
export function evaluationDay(options: {
  definition: Pick<KnownDefinition, 'target' | 'window'>;
  /** Unix seconds. */
  at: number;
}): EvaluationDay {
  const { definition, at } = options;
  const starts = dayStarts(definition.window, at);
  const start = Math.max(...starts);
  return {
    key: JSON.stringify([starts, definition.target, definition.window]),
    start,
    settled: at - start >= SETTLED_SECONDS,
  };
}

function dayStarts(window: TimeWindow, at: number): number[] {
  const zones = window.kind === 'calendar' ? ['UTC', window.timeZone] : ['UTC'];
  return zones.map(
    timeZone => zonedDays({ from: at, to: at + 1, timeZone })[0].from,
  );
}
