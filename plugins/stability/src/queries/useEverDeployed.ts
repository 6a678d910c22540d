import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import { stabilityApiRef } from '../api';

/** Whether a service was ever deployed or had an incident. */
export function useEverDeployed(
  entityRef: string | undefined,
): Polled<boolean> {
  const stabilityApi = useApi(stabilityApiRef);
  return usePolled({
    key: entityRef,
    load: async signal => {
      const request = { entityRef, limit: 1 };
      const [deployments, incidents] = await Promise.all([
        stabilityApi.listDeployments(request, { signal }),
        stabilityApi.listIncidents(request, { signal }),
      ]);
      return deployments.items.length > 0 || incidents.items.length > 0;
    },
  });
}
