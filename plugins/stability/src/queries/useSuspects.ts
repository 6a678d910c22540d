import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type {
  DeploymentPage,
  Incident,
} from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { PRODUCTION } from './production';

/** The deployments that came before an incident, newest first. */
export function useSuspects(options: {
  incident: Pick<Incident, 'entityRef' | 'environment' | 'startedAt'>;
  /** How many at most. */
  limit: number;
}): Polled<DeploymentPage> {
  const { incident, limit } = options;
  const { entityRef, environment = PRODUCTION, startedAt } = incident;
  const stabilityApi = useApi(stabilityApiRef);
  return usePolled({
    key: JSON.stringify([entityRef, environment, startedAt, limit]),
    load: signal =>
      stabilityApi.listDeployments(
        { entityRef, environment, to: startedAt, limit },
        { signal },
      ),
    keepPrevious: true,
  });
}
