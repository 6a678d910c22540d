import type { CardFigures } from '../queries/useCardFigures';

/** Whether anything was ever heard of the service. */
export function hasHistory(figures: CardFigures): boolean {
  const { metrics, lastDeployment, lastIncident } = figures;
  return (
    lastDeployment !== undefined ||
    lastIncident !== undefined ||
    metrics.counts.deployments > 0
  );
}
