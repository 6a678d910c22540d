import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';

/** Whether anything was ever heard of the service. */
export function hasHistory(metrics: StabilityMetrics): boolean {
  return (
    metrics.lastDeployment !== undefined ||
    metrics.lastIncident !== undefined ||
    metrics.counts.deployments > 0
  );
}
