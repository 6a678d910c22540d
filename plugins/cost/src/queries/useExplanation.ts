import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { CostExplanation, CostMetric } from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';

/** What one figure was worked out from. */
export function useExplanation(options: {
  entityRef: string;
  figure: string;
  metric: CostMetric;
}): Polled<CostExplanation> {
  const { entityRef, figure, metric } = options;
  const costApi = useApi(costApiRef);
  return usePolled({
    key: `${entityRef} ${figure} ${metric}`,
    load: signal => costApi.explain(entityRef, { figure, metric }, { signal }),
  });
}
