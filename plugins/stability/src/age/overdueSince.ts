import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';

/**
 * Milliseconds after which figures are older than they should be: the backend
 * counts anew at least every 6 h where something happened in half a year.
 */
const OVERDUE_MS = 8 * 3_600_000;

/**
 * Since when figures are what they are, where they should be newer: the window
 * has moved on without them. `undefined` while they are fresh.
 */
export function overdueSince(
  metrics: Pick<StabilityMetrics, 'computedAt' | 'counts'>,
  now: Date,
): Date | undefined {
  const computedAt = new Date(metrics.computedAt);
  const isOld = now.getTime() - computedAt.getTime() > OVERDUE_MS;
  // Nothing happened, so nothing is counted anew.
  const isQuiet = Object.values(metrics.counts).every(count => count === 0);
  return isOld && !isQuiet ? computedAt : undefined;
}
