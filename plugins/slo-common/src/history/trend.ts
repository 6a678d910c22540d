import type { Bucket } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import type { ObjectiveStatus } from '../status/ObjectiveStatus';
import type { TimeWindow } from '../window/TimeWindow';
import { historyLedgerRange } from './historyLedgerRange';
import { historyPoints } from './historyPoints';
import { roundRemaining, trendPoint } from './trendPoint';

/** Points of a trend. @public */
export const TREND_POINTS = 30;

const DAY_SECONDS = 86_400;

function trendBounds(at: number): LedgerRange {
  const to = Math.floor(at / DAY_SECONDS) * DAY_SECONDS;
  return { from: to - (TREND_POINTS - 1) * DAY_SECONDS, to };
}

/**
 * Which buckets `trend` needs. The past points stand at UTC midnights, so that
 * they change once a day; the newest is the current status itself.
 *
 * @param options.at - Unix seconds
 * @public
 */
export function trendLedgerRange(options: {
  window: TimeWindow;
  at: number;
}): LedgerRange {
  const { window, at } = options;
  const { from, to } = trendBounds(at);
  return historyLedgerRange({ window, view: window.kind, from, to, now: at });
}

/**
 * The small budget line of lists: the budget that remained at the last 29 UTC
 * midnights and remains now, oldest first, rounded to a hundredth of a percent.
 * A day that was not measured is null. Days summed to one bucket are fine
 * enough.
 *
 * @param options.buckets - ordered by start; they cover `trendLedgerRange`
 * @param options.excluded - what corrections take out, see `unionRanges`;
 * buckets must not be cut by it then
 * @param options.at - Unix seconds
 * @param options.current - the evaluated status, for the last point
 * @public
 */
export function trend(options: {
  definition: Pick<ObjectiveDefinition, 'target' | 'window'>;
  buckets: readonly Bucket[];
  excluded?: readonly LedgerRange[];
  at: number;
  current: Pick<ObjectiveStatus, 'budget' | 'projected'>;
}): Array<number | null> {
  const { definition, buckets, excluded, at, current } = options;
  const past = historyPoints({
    definition,
    buckets,
    excluded,
    ...trendBounds(at),
    step: DAY_SECONDS,
    view: definition.window.kind,
    expectedTotal: current.projected?.expectedTotal,
    now: at,
  }).map(point => roundRemaining(point.projectedRemaining ?? point.remaining));
  return [...past, trendPoint(current)];
}
