import { useApi } from '@backstage/frontend-plugin-api';
import { useEarlyPolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { PRODUCTION } from './production';

/** What is told about a service whose incident is open. */
export interface Outage {
  incident: Incident;
  /** More incidents that are open. */
  others: number;
  /** The last five, newest first. */
  deployments: Deployment[];
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
      const open = await stabilityApi.listIncidents(
        { entityRef, open: true, limit: 5 },
        { signal },
      );
      const [incident] = open.items;
      if (!incident) {
        return null;
      }
      const { items } = await stabilityApi.listDeployments(
        { entityRef, environment: PRODUCTION, limit: 5 },
        { signal },
      );
      return { incident, others: open.totalItems - 1, deployments: items };
    },
  });
}
