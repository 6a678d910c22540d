import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { CostExplanation, CostMetric } from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';

/** What one figure was worked out from. */
export function useExplanation(options: {
  entityRef: string;
  figure: string;
  metric: CostMetric;
  /** ISO 4217; that of the bill without it. */
  currency?: string;
}): Polled<CostExplanation> {
  const { entityRef, figure, metric, currency } = options;
  const request = { figure, metric, ...(currency && { currency }) };
  const costApi = useApi(costApiRef);
  return usePolled({
    key: `${entityRef} ${JSON.stringify(request)}`,
    load: signal => costApi.explain(entityRef, request, { signal }),
  });
}
