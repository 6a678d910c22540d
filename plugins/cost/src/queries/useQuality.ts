import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type {
  DataQuality,
  ProvenPage,
  Restatement,
} from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';

/** What was read of the bills, and what of it was not as it should be. */
export function useQuality(): Polled<DataQuality> {
  const costApi = useApi(costApiRef);
  return usePolled({
    key: 'quality',
    load: signal => costApi.getDataQuality({ signal }),
  });
}

/** Restatements that the page has room for. */
const MOST = 25;

/** Months that a provider wrote anew, newest first. */
export function useRestatements(): Polled<ProvenPage<Restatement>> {
  const costApi = useApi(costApiRef);
  return usePolled({
    key: 'restatements',
    load: signal => costApi.listRestatements({ limit: MOST }, { signal }),
  });
}
