import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { CostExplanation, CostMetric } from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';

/** What one figure of the whole bill was worked out from. */
export function useOverviewExplanation(options: {
  figure: string;
  metric: CostMetric;
}): Polled<CostExplanation> {
  const { figure, metric } = options;
  const costApi = useApi(costApiRef);
  return usePolled({
    key: `${figure} ${metric}`,
    load: signal => costApi.explainOverview({ figure, metric }, { signal }),
  });
}
