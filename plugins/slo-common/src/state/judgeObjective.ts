import { allowedBad } from '../budget/allowedBad';
import type { BurnPair } from '../burnRate/burnPairs';
import type { LedgerSum } from '../ledger/Bucket';
import type { Fault } from '../objective/ObjectiveDefinition';
import type { StateReason } from '../status/ObjectiveStatus';
import type { SloState } from '../status/SloState';
import { isoInstant } from '../window/isoInstant';
import type { ResolvedWindow } from '../window/resolveWindow';
import type { SourceHealth } from './SourceHealth';
import { isMostlyUnmeasured, isWarmingUp } from './warmUp';

/**
 * A source that answers without covering this objective for so long has lost
 * its series.
 *
 * @public
 */
export const SERIES_ABSENT_SECONDS = 1_800;

/** A state and why. @public */
export interface Judgement {
  state: SloState;
  reason: StateReason;
}

/** @public */
export interface JudgeObjectiveOptions {
  /** Unix seconds. */
  at: number;
  target: number;
  /** Name of the source, for the reason. */
  sourceName: string;
  source: SourceHealth;
  faults: readonly Fault[];
  window: ResolvedWindow;
  /** Sum of the window so far. */
  sum: Pick<LedgerSum, 'bad' | 'total' | 'coveredSeconds'>;
  /** Units that the whole window is judged against, see `expectedTotal`. */
  expectedTotal: number;
  /** A unit may be bad in part, so that also less than one may be allowed. */
  partialUnits?: boolean;
  /** The pair that burns now, see `burningPair`. */
  burning?: BurnPair;
  /** Start of the first bucket that was ever measured, Unix seconds. */
  measuredFrom?: number;
  /** End of the newest bucket that was measured, Unix seconds. */
  measuredUpTo?: number;
  /** Seconds of the elapsed window that corrections take out. */
  excludedSeconds?: number;
}

/** What cannot be judged, because nothing (fresh) is known. */
function judgeKnowledge(options: JudgeObjectiveOptions): Judgement | undefined {
  const { at, source, faults, measuredUpTo } = options;
  if (source.kind === 'missing') {
    return {
      state: 'no-data',
      reason: {
        code: 'source-missing',
        params: { source: options.sourceName },
      },
    };
  }
  if (faults.length > 0) {
    const { path, message } = faults[0];
    return {
      state: 'no-data',
      reason: {
        code: 'faulty',
        params: { faults: faults.length, path, message },
      },
    };
  }
  if (source.kind === 'down') {
    const since = source.since ?? measuredUpTo;
    return {
      state: 'unknown',
      reason: {
        code: 'source-down',
        params: {
          source: options.sourceName,
          ...(since !== undefined && { since: isoInstant(since) }),
        },
      },
    };
  }
  if (measuredUpTo === undefined) {
    return { state: 'no-data', reason: { code: 'never-measured' } };
  }
  if (at - measuredUpTo > SERIES_ABSENT_SECONDS) {
    return {
      state: 'no-data',
      reason: {
        code: 'series-absent',
        params: {
          since: isoInstant(measuredUpTo),
          ageSeconds: at - measuredUpTo,
        },
      },
    };
  }
  return undefined;
}

/** What the measured numbers say. */
function judgeNumbers(options: JudgeObjectiveOptions): Judgement {
  const { target, window, sum, expectedTotal, burning } = options;
  const { excludedSeconds = 0, partialUnits = false } = options;
  const elapsed = window.to - window.from - excludedSeconds;
  const allowed = allowedBad({ target, total: expectedTotal });
  // Where not one unit may be bad, one that is says nothing about the service.
  const isTooFew = sum.total > 0 && allowed < 1 && !partialUnits;
  if (!isTooFew && allowed > 0 && sum.bad >= allowed) {
    return {
      state: 'exhausted',
      reason: { code: 'budget-spent', params: { bad: sum.bad, allowed } },
    };
  }
  if (burning) {
    const { severity, long, short, factor } = burning;
    return {
      state: 'burning',
      reason: { code: 'burn-pair', params: { severity, long, short, factor } },
    };
  }
  const windowNotCovered: Judgement = {
    state: 'warming-up',
    reason: {
      code: 'window-not-covered',
      params: {
        measuredSeconds: sum.coveredSeconds,
        windowSeconds: elapsed,
      },
    },
  };
  if (elapsed <= 0 && excludedSeconds > 0) {
    return {
      state: 'warming-up',
      reason: { code: 'window-excluded', params: { excludedSeconds } },
    };
  }
  if (sum.total <= 0) {
    return sum.coveredSeconds > 0
      ? { state: 'no-traffic', reason: { code: 'no-events' } }
      : windowNotCovered;
  }
  if (isTooFew) {
    return {
      state: 'insufficient',
      reason: {
        code: 'too-few-events',
        params: { allowed, total: expectedTotal },
      },
    };
  }
  if (isWarmingUp(options)) {
    return windowNotCovered;
  }
  if (isMostlyUnmeasured({ window, excludedSeconds, ...sum })) {
    return {
      state: 'warming-up',
      reason: {
        code: 'window-has-gaps',
        params: {
          share: sum.coveredSeconds / elapsed,
          measuredSeconds: sum.coveredSeconds,
          windowSeconds: elapsed,
        },
      },
    };
  }
  return {
    state: 'ok',
    reason: { code: 'budget-left', params: { bad: sum.bad, allowed } },
  };
}

/**
 * The state of an objective. The first that holds wins: not configured or
 * faulty, source down, never measured, series absent for half an hour, budget
 * spent, a pair burns, no traffic, too few events for the target, window not
 * measured from its start, window not half measured, ok.
 * With too few events a budget is never spent; a pair may burn, which takes ten
 * failures.
 *
 * @public
 */
export function judgeObjective(options: JudgeObjectiveOptions): Judgement {
  return judgeKnowledge(options) ?? judgeNumbers(options);
}
