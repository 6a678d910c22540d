import { useApi } from '@backstage/frontend-plugin-api';
import { useEarlyPolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type {
  Deployment,
  Incident,
  StabilityMetrics,
} from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { PRODUCTION } from './production';

/** All that the card of the overview shows. */
export interface CardFigures {
  metrics: StabilityMetrics;
  lastDeployment?: Deployment;
  /** Open ones first, then the newest. */
  lastIncident?: Incident;
}

/** A service's figures over 90 days, its last deployment, its last incident. */
export function useCardFigures(entityRef: string): Polled<CardFigures> {
  const stabilityApi = useApi(stabilityApiRef);
  return useEarlyPolled({
    owner: stabilityApi,
    key: `card ${entityRef}`,
    load: async signal => {
      const [metrics, deployments, incidents] = await Promise.all([
        stabilityApi.getMetrics({ entityRef, window: 90 }, { signal }),
        stabilityApi.listDeployments(
          { entityRef, environment: PRODUCTION, limit: 1 },
          { signal },
        ),
        stabilityApi.listIncidents({ entityRef, limit: 1 }, { signal }),
      ]);
      const [newest] = incidents.items;
      // Rarely an older one is open than the newest.
      const isOlderOpen =
        metrics.counts.openIncidents > 0 && newest?.state === 'resolved';
      const open = isOlderOpen
        ? await stabilityApi.listIncidents(
            { entityRef, open: true, limit: 1 },
            { signal },
          )
        : undefined;
      return {
        metrics,
        lastDeployment: deployments.items[0],
        lastIncident: open?.items[0] ?? newest,
      };
    },
  });
}
