import { useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ListObjectivesRequest,
  ObjectivePage,
} from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';
import { beginReading, takeReading } from './beginReading';
import { isStale } from './isStale';
import { useNow } from './useNow';
import { usePolled, type Polled } from './usePolled';
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
  const key = JSON.stringify(request);
  const [begun] = useState(() =>
    beginReading({
      owner: sloApi,
      key,
      load: () => sloApi.listObjectives(request),
    }),
  );
  const polled = usePolled({
    key,
    load: signal =>
      takeReading<ObjectivePage>({ owner: sloApi, key }) ??
      sloApi.listObjectives(request, { signal }),
    initial: begun.answer,
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
