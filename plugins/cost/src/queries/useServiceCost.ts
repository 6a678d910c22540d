import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type {
  CostRangeRequest,
  ServiceCost,
} from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';

/**
 * What a service costs: the month so far, or the days that are asked for.
 * Nothing is read without a request.
 */
export function useServiceCost(options: {
  entityRef: string;
  request: CostRangeRequest | undefined;
}): Polled<ServiceCost> {
  const { entityRef, request } = options;
  const costApi = useApi(costApiRef);
  return usePolled({
    key: request && `${entityRef} ${JSON.stringify(request)}`,
    load: signal =>
      costApi.getServiceCost(entityRef, request ?? {}, { signal }),
    // Another range draws over this one: the page neither jumps nor loses focus.
    keepPrevious: true,
  });
}
