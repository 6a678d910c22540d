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
}): Polled<CostPage<DeploymentCost>> {
  const { entityRef, metric } = options;
  const costApi = useApi(costApiRef);
  return usePolled({
    key: `${entityRef} ${metric}`,
    load: signal =>
      costApi.listDeploymentCosts(entityRef, { metric }, { signal }),
    keepPrevious: true,
  });
}
