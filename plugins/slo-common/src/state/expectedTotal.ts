import type { ExpectedVolume } from '../calendar/expectedVolume';
import type { LedgerSum } from '../ledger/Bucket';
import type { ResolvedWindow } from '../window/resolveWindow';
import { isWarmingUp } from './warmUp';

/**
 * How many units the whole window holds, as far as one can tell: what was
 * measured, scaled up to the elapsed window while that is warming up, plus what
 * the rest of a calendar window is expected to bring. States and forecasts are
 * judged against it, so that one failure in a window's first hour is not taken
 * for the whole window's budget.
 *
 * @param options.sum - sum of the window so far
 * @param options.rest - of a calendar window: what is still to come
 * @param options.measuredFrom - start of the first bucket that was ever
 * measured, Unix seconds
 * @public
 */
export function expectedTotal(options: {
  window: ResolvedWindow;
  sum: Pick<LedgerSum, 'total' | 'coveredSeconds'>;
  rest?: ExpectedVolume;
  measuredFrom?: number;
  /** Seconds of the elapsed window that corrections take out. */
  excludedSeconds?: number;
}): number {
  const { window, sum, rest, excludedSeconds = 0 } = options;
  const elapsed = window.to - window.from - excludedSeconds;
  const scale =
    isWarmingUp(options) && sum.coveredSeconds > 0
      ? Math.max(1, elapsed / sum.coveredSeconds)
      : 1;
  return sum.total * scale + (rest?.total ?? 0);
}
