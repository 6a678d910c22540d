import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { ProvenPage, UnmappedCost } from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';

/** A page of what no service owns, dearest first. */
export function useUnmapped(request: {
  limit: number;
  cursor?: string;
}): Polled<ProvenPage<UnmappedCost>> {
  const costApi = useApi(costApiRef);
  return usePolled({
    key: JSON.stringify(request),
    load: signal => costApi.listUnmapped(request, { signal }),
    keepPrevious: true,
  });
}
