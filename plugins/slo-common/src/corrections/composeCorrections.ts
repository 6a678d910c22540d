import { errorBudget } from '../budget/errorBudget';
import { sliOf } from '../budget/sliOf';
import type { ExpectedVolume } from '../calendar/expectedVolume';
import { projectBudget } from '../calendar/projectBudget';
import type { LedgerSum } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import { excludedSeconds } from './remainingRanges';
import type { StatusCorrections } from './StatusCorrections';
import { unionRanges } from './unionRanges';

/** Corrections that hold for an objective. @public */
export interface AppliedCorrections {
  /** The stretch of each of them, in Unix seconds. */
  intervals: readonly LedgerRange[];
  /** The window's sum of all that was measured, nothing taken out. */
  rawWindow: LedgerSum;
}

/**
 * What corrections do to a window. Nothing where none reaches into it.
 *
 * @param options.window - the elapsed window
 * @param options.rest - of a calendar window: what is still to come
 * @public
 */
export function composeCorrections(options: {
  target: number;
  window: LedgerRange;
  applied: AppliedCorrections | undefined;
  rest?: ExpectedVolume;
}): StatusCorrections | undefined {
  const { target, window, applied, rest } = options;
  const { from, to } = window;
  const reaching = (applied?.intervals ?? []).filter(
    interval => interval.from < to && interval.to > from,
  );
  if (!applied || reaching.length === 0) {
    return undefined;
  }
  const { rawWindow } = applied;
  const measured = rawWindow.coveredSeconds > 0;
  return {
    count: reaching.length,
    excludedSeconds: excludedSeconds({
      excluded: unionRanges(reaching),
      from,
      to,
    }),
    rawSli: measured ? sliOf(rawWindow) : undefined,
    rawBudget: measured ? errorBudget({ target, ...rawWindow }) : {},
    rawProjected:
      measured && rest
        ? projectBudget({ target, soFar: rawWindow, rest })
        : undefined,
  };
}
