import { useApi } from '@backstage/frontend-plugin-api';
import { useEarlyPolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { PRODUCTION } from './production';
import { readCardMetrics } from './readCardMetrics';

/** What is told about a service whose incident is open. */
export interface Outage {
  incident: Incident;
  /** More incidents that are open. */
  others: number;
  /** The last five, newest first; absent where they could not be read. */
  deployments?: Deployment[];
}

/** Seconds between two reads: in an outage minutes are long. */
const EVERY_SECONDS = 20;

/** The newest open incident of a service; `null` while there is none. */
export function useOutage(entityRef: string): Polled<Outage | null> {
  const stabilityApi = useApi(stabilityApiRef);
  return useEarlyPolled<Outage | null>({
    owner: stabilityApi,
    key: `outage ${entityRef}`,
    everySeconds: EVERY_SECONDS,
    load: async signal => {
      // The card beside it has asked this already.
      const { openIncident, counts } = await readCardMetrics(
        stabilityApi,
        entityRef,
      );
      if (!openIncident) {
        return null;
      }
      const deployments = await stabilityApi
        .listDeployments(
          { entityRef, environment: PRODUCTION, limit: 5 },
          { signal },
        )
        // In an outage half the story is better than none.
        .catch(() => undefined);
      return {
        incident: openIncident,
        others: Math.max(0, counts.openIncidents - 1),
        deployments: deployments?.items,
      };
    },
  });
}
