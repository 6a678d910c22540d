import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';

/** One deployment. */
export function useDeployment(id: string): Polled<Deployment> {
  const stabilityApi = useApi(stabilityApiRef);
  return usePolled({
    key: id,
    load: signal => stabilityApi.getDeployment(id, { signal }),
  });
}
