import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type {
  CostOverview,
  CostRangeRequest,
} from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';

/** What the organisation spends; refused to who may not see totals. */
export function useOverview(request: CostRangeRequest): Polled<CostOverview> {
  const costApi = useApi(costApiRef);
  return usePolled({
    key: JSON.stringify(request),
    load: signal => costApi.getOverview(request, { signal }),
    keepPrevious: true,
  });
}
