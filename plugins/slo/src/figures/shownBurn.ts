import {
  type BurnPair,
  burnPairs,
  type BurnWindow,
  type ObjectiveStatus,
  windowSeconds,
} from '@plimsoll/plugin-slo-common';

/** What of an objective decides how its burn is shown. */
export type BurnSubject = Pick<
  ObjectiveStatus,
  'window' | 'target' | 'sliceSeconds'
>;

/** The pairs of windows that can fire for an objective, most urgent first. */
export function firingPairs(objective: BurnSubject): BurnPair[] {
  const { window, target, sliceSeconds } = objective;
  return burnPairs({
    windowSeconds: windowSeconds(window.duration),
    target,
    sliceSeconds,
  });
}

/**
 * The window whose burn rate speaks for an objective: that of the most urgent
 * pair that can fire. Long slices leave out the hour, which holds one of them
 * or none; where no pair can fire it is the hour.
 */
export function shownBurnWindow(objective: BurnSubject): BurnWindow {
  const [pair] = firingPairs(objective);
  return pair?.long ?? '1h';
}
