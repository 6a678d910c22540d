import type { TimeWindow } from '@plimsoll/plugin-slo-common';

/**
 * The zone that an objective's months and days are cut in: its own for a
 * calendar window, otherwise the installation's.
 */
export function objectiveTimeZone(
  window: TimeWindow,
  fallback: string,
): string {
  return window.kind === 'calendar' ? window.timeZone : fallback;
}
