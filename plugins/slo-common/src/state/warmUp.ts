import type { ResolvedWindow } from '../window/resolveWindow';

/** How late the first measurement may come and still count as the start. */
const GRACE_SECONDS = 3_600;
/** For short windows: a small share of them instead. */
const GRACE_SHARE = 1 / 24;

/** Less of a window says too little of the rest to call it calm. */
const LEAST_SHARE = 0.5;

/**
 * Whether the window reaches back beyond the first measurement, so that its
 * numbers speak for less than the window.
 *
 * @param options.measuredFrom - start of the first bucket that was ever
 * measured, Unix seconds
 * @public
 */
export function isWarmingUp(options: {
  window: ResolvedWindow;
  measuredFrom?: number;
}): boolean {
  const { window, measuredFrom } = options;
  if (measuredFrom === undefined) {
    return true;
  }
  return measuredFrom > window.from + graceSeconds(window);
}

/**
 * Whether less than half of the elapsed window was measured, wherever the gaps
 * lie. A window that has just begun is not judged by its first minutes.
 *
 * @param options.coveredSeconds - seconds of the window that were measured
 * @param options.excludedSeconds - seconds of it that corrections take out
 * @public
 */
export function isMostlyUnmeasured(options: {
  window: ResolvedWindow;
  coveredSeconds: number;
  excludedSeconds?: number;
}): boolean {
  const { window, coveredSeconds, excludedSeconds = 0 } = options;
  const elapsed = window.to - window.from - excludedSeconds;
  return (
    coveredSeconds < elapsed * LEAST_SHARE &&
    elapsed - coveredSeconds > graceSeconds(window)
  );
}

function graceSeconds({ from, fullTo }: ResolvedWindow): number {
  return Math.min(GRACE_SECONDS, (fullTo - from) * GRACE_SHARE);
}
