import { burnPairChoice, type BurnPair } from '../burnRate/burnPairs';
import type { Bucket } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import { sliceSecondsOf } from '../objective/Budgeting';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import { toEnd } from '../steps/toEnd';
import { isoInstant } from '../window/isoInstant';
import { windowSeconds } from '../window/windowSeconds';
import { pairReplays } from './pairReplays';
import { replayedSpan } from './replayedSpan';
import { simulateTarget } from './simulateTarget';
import type { SimulatedTarget, TargetSimulation } from './TargetSimulation';

/** @public */
export interface SimulateTargetsOptions extends LedgerRange {
  definition: Pick<ObjectiveDefinition, 'unit' | 'window'> &
    Partial<Pick<ObjectiveDefinition, 'budgeting'>>;
  /** 0 <= target < 1 each. */
  targets: readonly number[];
  /**
   * Ordered by start, five or fifteen minutes long in the span; they cover
   * `simulationRange`.
   */
  buckets: readonly Bucket[];
  /** Unix seconds: start of the span; what was not measured yet is left out. */
  from: number;
  /** Unix seconds: end of the span. */
  to: number;
  /** Start of the first bucket that was ever measured, Unix seconds. */
  measuredFrom?: number;
  /** What corrections take out: in order, without overlap, see `unionRanges`. */
  excluded?: readonly LedgerRange[];
}

/**
 * What targets would have meant in the past: the budget that would be left now,
 * and the pages and tickets that its burn would have caused, by the same pairs
 * of windows and the same arithmetic as in measurements.
 *
 * The span is looked at every five minutes. Where buckets are longer than that,
 * pairs of windows that do not consist of whole ones are left out, and
 * `replays` says so; nothing is interpolated. The time it takes grows with the
 * length of the span and with the number of targets.
 *
 * @throws InputError when a calendar window's start or zone cannot be read
 * @public
 */
export function simulateTargets(
  options: SimulateTargetsOptions,
): TargetSimulation {
  return toEnd(simulationSteps(options));
}

/**
 * The same in steps of some milliseconds, for who has others to serve between
 * them.
 *
 * @public
 */
export function* simulationSteps(
  options: SimulateTargetsOptions,
): Generator<undefined, TargetSimulation, void> {
  const { definition } = options;
  const { window, unit, budgeting } = definition;
  const span = yield* replayedSpan(options);
  const targets: SimulatedTarget[] = [];
  const pairs: BurnPair[] = [];
  for (const target of options.targets) {
    yield;
    const choice = burnPairChoice({
      windowSeconds: windowSeconds(window.duration),
      target,
      sliceSeconds: sliceSecondsOf(budgeting),
    });
    pairs.push(...choice.pairs);
    targets.push(yield* simulateTarget({ span, target, choice }));
  }
  return {
    from: isoInstant(span.from),
    to: isoInstant(span.to),
    coverage: span.coverage,
    windowCoverage: span.windowCoverage,
    window,
    unit,
    minBad: span.minBad,
    targets,
    replays: pairReplays({ ...span, pairs }),
  };
}
