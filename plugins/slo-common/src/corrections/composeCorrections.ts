import { errorBudget } from '../budget/errorBudget';
import { sliOf } from '../budget/sliOf';
import type { ExpectedVolume } from '../calendar/expectedVolume';
import { projectBudget } from '../calendar/projectBudget';
import type { LedgerSum } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import type { ResolvedWindow } from '../window/resolveWindow';
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
 * What corrections do to a window: of a calendar window also to the part that
 * is still to come, since its budget is projected. Nothing where none reaches
 * into it.
 *
 * @param options.rawRest - of a calendar window: what is still to come, nothing
 * taken out
 * @public
 */
export function composeCorrections(options: {
  target: number;
  window: ResolvedWindow;
  applied: AppliedCorrections | undefined;
  rawRest?: ExpectedVolume;
}): StatusCorrections | undefined {
  const { target, window, applied, rawRest } = options;
  const { from, to, fullTo: end } = window;
  const reaching = (applied?.intervals ?? []).filter(
    interval => interval.from < end && interval.to > from,
  );
  if (!applied || reaching.length === 0) {
    return undefined;
  }
  const { rawWindow } = applied;
  const measured = rawWindow.coveredSeconds > 0;
  const excluded = unionRanges(reaching);
  const aheadSeconds = excludedSeconds({ excluded, from: to, to: end });
  return {
    count: reaching.length,
    excludedSeconds: excludedSeconds({ excluded, from, to }),
    ...(aheadSeconds > 0 && { aheadSeconds }),
    rawSli: measured ? sliOf(rawWindow) : undefined,
    rawBudget: measured ? errorBudget({ target, ...rawWindow }) : {},
    rawProjected:
      measured && rawRest
        ? projectBudget({ target, soFar: rawWindow, rest: rawRest })
        : undefined,
  };
}
