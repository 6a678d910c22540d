import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { CostApi, SavingPage } from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';

/** Savings of a service, or of all, in the order in which they apply. */
export function useSavings(
  request: Parameters<CostApi['listSavings']>[0],
): Polled<SavingPage> {
  const costApi = useApi(costApiRef);
  return usePolled({
    key: JSON.stringify(request),
    load: signal => costApi.listSavings(request, { signal }),
    keepPrevious: true,
  });
}
