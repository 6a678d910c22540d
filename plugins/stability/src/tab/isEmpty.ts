import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';

/** Whether nothing at all happened in the range. */
export function isEmpty(metrics: StabilityMetrics): boolean {
  return Object.values(metrics.counts).every(count => count === 0);
}
