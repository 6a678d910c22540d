import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { CostMetric, CostOverview } from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';

/** What the organisation spends; refused to who may not see totals. */
export function useOverview(metric: CostMetric): Polled<CostOverview> {
  const costApi = useApi(costApiRef);
  return usePolled({
    key: metric,
    load: signal => costApi.getOverview({ metric }, { signal }),
    keepPrevious: true,
  });
}
