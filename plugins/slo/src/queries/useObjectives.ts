import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  isStale,
  useEarlyPolled,
  useNow,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type {
  ListObjectivesRequest,
  ObjectivePage,
} from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';
import { withoutNews } from './withoutNews';

/**
 * A page of objectives. The last one stays until the next has come or has
 * failed; a page that was read stays while reading it again fails, at first as
 * it is, later as unknown.
 */
export function useObjectives(
  request: ListObjectivesRequest,
): Polled<ObjectivePage> {
  const sloApi = useApi(sloApiRef);
  const polled = useEarlyPolled<ObjectivePage>({
    owner: sloApi,
    key: JSON.stringify(request),
    load: signal => sloApi.listObjectives(request, { signal }),
    keepPrevious: true,
  });
  const { data, readAt } = polled;
  const stale = isStale(polled, useNow());
  const shown = useMemo(
    () => (stale && data && readAt ? withoutNews(data, readAt) : data),
    [stale, data, readAt],
  );
  return { ...polled, data: shown };
}
