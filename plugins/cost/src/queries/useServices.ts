import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type {
  CostServicePage,
  ListCostServicesRequest,
} from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';

/** A page of the fleet; the last one stays until the next has come. */
export function useServices(
  request: ListCostServicesRequest,
): Polled<CostServicePage> {
  const costApi = useApi(costApiRef);
  return usePolled({
    key: JSON.stringify(request),
    load: signal => costApi.listServices(request, { signal }),
    keepPrevious: true,
  });
}
