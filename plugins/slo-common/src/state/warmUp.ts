import type { ResolvedWindow } from '../window/resolveWindow';

/** How late the first measurement may come and still count as the start. */
const GRACE_SECONDS = 3_600;
/** For short windows: a small share of them instead. */
const GRACE_SHARE = 1 / 24;

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
  const length = window.fullTo - window.from;
  const grace = Math.min(GRACE_SECONDS, length * GRACE_SHARE);
  return measuredFrom > window.from + grace;
}
