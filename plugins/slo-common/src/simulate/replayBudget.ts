import { allowedBad } from '../budget/allowedBad';
import { errorBudget } from '../budget/errorBudget';
import type { WindowState } from './windowTrack';

/** What a budget would have done in a span. */
export interface BudgetReplay {
  /** The least that was left; Unix seconds. */
  worst?: { remaining: number; at: number };
  exhaustedSeconds: number;
  /** Seconds in which it could be judged at all. */
  judgedSeconds: number;
}

/**
 * The budget of a target at each instant of a span. As in `judgeObjective`, it
 * is judged where at least one unit may be bad, and where the window is measured
 * well enough or has spent a whole window's budget already.
 *
 * @param options.partialUnits - a unit may be bad in part
 */
export function replayBudget(options: {
  target: number;
  track: readonly WindowState[];
  partialUnits: boolean;
}): BudgetReplay {
  const { target, track, partialUnits } = options;
  const replay: BudgetReplay = { exhaustedSeconds: 0, judgedSeconds: 0 };
  for (const { at, seconds, bad, total, ...state } of track) {
    const allowed = allowedBad({ target, total: state.expectedTotal });
    const isEnough = allowed > 0 && (allowed >= 1 || partialUnits);
    const isExhausted = isEnough && bad >= allowed;
    const isJudged = isExhausted || (state.isCovered && total > 0 && isEnough);
    if (isJudged) {
      replay.judgedSeconds += seconds;
      replay.exhaustedSeconds += isExhausted ? seconds : 0;
      const { remaining = 1 } = errorBudget({
        target,
        bad,
        total: state.expectedTotal,
      });
      if (!replay.worst || remaining < replay.worst.remaining) {
        replay.worst = { remaining, at };
      }
    }
  }
  return replay;
}
