import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';

/** Whether anything was ever heard of the service, in this range or before. */
export function hasHistory(metrics: StabilityMetrics): boolean {
  return (
    metrics.lastDeployment !== undefined ||
    metrics.lastIncident !== undefined ||
    Object.values(metrics.counts).some(count => count > 0)
  );
}
