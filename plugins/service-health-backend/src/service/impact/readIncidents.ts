import type { Deployment } from '@plimsoll/plugin-stability-common';
import type { DeploymentImpact } from '@plimsoll/plugin-service-health-common';
import type { ImpactSources, ImpactTokens } from './ImpactSources';

/** An incident, and the deployment that is held for its cause. */
export type NearIncident = DeploymentImpact['incidents'][number] & {
  cause?: string;
};

/** Incidents that began while a deployment was under way or in its window. */
export async function readIncidents(options: {
  stability: ImpactSources['stability'];
  deployment: Pick<Deployment, 'entityRef' | 'startedAt' | 'finishedAt'>;
  windowSeconds: number;
  sent: ImpactTokens['stability'];
}): Promise<NearIncident[]> {
  const { stability, deployment, windowSeconds, sent } = options;
  const { entityRef, startedAt, finishedAt = startedAt } = deployment;
  const to = Date.parse(finishedAt) + windowSeconds * 1_000;
  const { items } = await stability.listIncidents(
    {
      entityRef,
      from: startedAt,
      to: new Date(to).toISOString(),
      limit: 100,
    },
    sent,
  );
  return items.map(incident => {
    const { id, label, title, state, acknowledgedAt, resolvedAt } = incident;
    return {
      id,
      label,
      title,
      state,
      startedAt: incident.startedAt,
      acknowledgedAt,
      resolvedAt,
      cause: incident.cause?.deploymentId,
    };
  });
}
