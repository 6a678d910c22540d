import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type {
  CostMetric,
  CostPage,
  DeploymentCost,
} from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';

/** What deployments did to the unit cost, largest first. */
export function useDeploymentCosts(options: {
  entityRef: string;
  metric: CostMetric;
  /** ISO 4217; that of the bill without it. */
  currency?: string;
}): Polled<CostPage<DeploymentCost>> {
  const { entityRef, metric, currency } = options;
  const request = { metric, ...(currency && { currency }) };
  const costApi = useApi(costApiRef);
  return usePolled({
    key: `${entityRef} ${JSON.stringify(request)}`,
    load: signal => costApi.listDeploymentCosts(entityRef, request, { signal }),
    keepPrevious: true,
  });
}
