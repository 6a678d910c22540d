import type { HistoryPoint, HistoryView } from '../api/responses';
import { errorBudget } from '../budget/errorBudget';
import { sliOf } from '../budget/sliOf';
import { excludedSeconds } from '../corrections/remainingRanges';
import { withoutExcluded } from '../corrections/withoutExcluded';
import type { Bucket } from '../ledger/Bucket';
import { sumBuckets } from '../ledger/sumBuckets';
import { cumulativeSums, type Cumulative } from '../ledger/cumulativeSums';
import type { LedgerRange } from '../ledger/LedgerRange';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import { isoInstant } from '../window/isoInstant';
import { fastestHours } from './fastestHours';
import { viewWindow } from './viewWindow';

/** @public */
export interface HistoryPointsOptions {
  definition: Pick<ObjectiveDefinition, 'target' | 'window'>;
  /** Ordered by start; they cover `historyLedgerRange`. */
  buckets: readonly Bucket[];
  /** Unix seconds; on a bucket boundary. */
  from: number;
  /** Unix seconds, after `from`. The step before it may be shorter. */
  to: number;
  /** Seconds between points: a multiple of the buckets' length. */
  step: number;
  view: HistoryView;
  /**
   * What corrections take out: in order, without overlap, see `unionRanges`.
   * The lines are drawn without it.
   */
  excluded?: readonly LedgerRange[];
  /**
   * Expected units of the calendar window that is not over yet, as
   * `projectBudget` gives them. Windows that are over are drawn against what
   * they held.
   */
  expectedTotal?: number;
  /** Unix seconds; tells which windows are over. `to` by default. */
  now?: number;
}

/** What sums of fractions may lose, relative to the sum. */
const ROUNDING = 1e-12;

function difference(end: Cumulative, start: Cumulative): Cumulative {
  // Nothing happened must read as nothing, not as a rounding residue.
  const between = (field: keyof Cumulative) => {
    const value = end[field] - start[field];
    return value > end[field] * ROUNDING ? value : 0;
  };
  return {
    bad: between('bad'),
    total: between('total'),
    coveredSeconds: between('coveredSeconds'),
  };
}

/**
 * The lines of a history: a point at every `step` after `from`, each speaking
 * for the step that ends there. What is left before `to` gets a point of its own
 * once something of it was measured.
 *
 * `remaining` is the budget over the point's window up to the point (see
 * `viewWindow`); in the calendar view `projectedRemaining` is the same against
 * the whole window's volume, and never rises within a window. A step that was
 * not measured, or is excluded, has coverage 0 and no values. One pass over buckets and points.
 *
 * @public
 */
export function historyPoints(options: HistoryPointsOptions): HistoryPoint[] {
  const { definition, from, to, step, view, excluded = [] } = options;
  const { target, window } = definition;
  const now = options.now ?? to;

  const instants: number[] = [];
  for (let at = from + step; at < to; at += step) {
    instants.push(at);
  }
  const newest = instants[instants.length - 1] ?? from;
  if (
    to - newest >= step ||
    sumBuckets({ ...options, from: newest }).coveredSeconds > 0
  ) {
    instants.push(to);
  }
  const buckets = withoutExcluded({ buckets: options.buckets, excluded });
  const starts = instants.map((_, index) => from + index * step);
  const windows = instants.map(at => viewWindow({ window, view, at, end: to }));
  const sumsAt = (at: readonly number[]) =>
    cumulativeSums({ buckets, instants: at });
  const atEnd = sumsAt(instants);
  const atStart = sumsAt(starts);
  const atWindow = sumsAt(windows.map(({ from: start }) => start));
  const atWindowEnd = sumsAt(windows.map(({ fullTo }) => fullTo));
  const burned = fastestHours({
    target,
    buckets,
    steps: instants.map((at, index) => ({ from: starts[index], to: at })),
  });

  return instants.map((at, index) => {
    const inStep = difference(atEnd[index], atStart[index]);
    const taken = excludedSeconds({ excluded, from: starts[index], to: at });
    const point: HistoryPoint = {
      at: isoInstant(at),
      bad: inStep.bad,
      total: inStep.total,
      coverage: Math.min(
        1,
        inStep.coveredSeconds / (at - starts[index] - taken),
      ),
      ...(taken > 0 && { excludedSeconds: taken }),
    };
    if (inStep.coveredSeconds <= 0) {
      return { ...point, bad: 0, total: 0, coverage: 0 };
    }
    const inWindow = difference(atEnd[index], atWindow[index]);
    const whole =
      windows[index].fullTo > now
        ? options.expectedTotal
        : difference(atWindowEnd[index], atWindow[index]).total;
    return {
      ...point,
      remaining: errorBudget({ target, ...inWindow }).remaining,
      projectedRemaining:
        view === 'calendar' && whole !== undefined
          ? errorBudget({ target, bad: inWindow.bad, total: whole }).remaining
          : undefined,
      sli: sliOf(inStep),
      burnRate: burned[index],
    };
  });
}
