import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type {
  ListServicesRequest,
  ServiceStabilityPage,
} from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';

/** A page of the fleet; the last one stays until the next has come. */
export function useServices(
  request: ListServicesRequest,
): Polled<ServiceStabilityPage> {
  const stabilityApi = useApi(stabilityApiRef);
  return usePolled({
    key: JSON.stringify(request),
    load: signal => stabilityApi.listServices(request, { signal }),
    keepPrevious: true,
  });
}
