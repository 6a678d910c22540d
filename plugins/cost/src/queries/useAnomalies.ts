import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { AnomalyPage, CostMetric } from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';

/** As many as the page has room for. */
const MOST = 5;

/** The newest days out of the ordinary, of what the reader may see. */
export function useAnomalies(metric: CostMetric): Polled<AnomalyPage> {
  const costApi = useApi(costApiRef);
  return usePolled({
    key: metric,
    load: signal => costApi.listAnomalies({ metric, limit: MOST }, { signal }),
    keepPrevious: true,
  });
}
