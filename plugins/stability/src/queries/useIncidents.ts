import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { IncidentPage } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { rangeStart, type Range } from './ranges';

/** More than one service has in half a year, if it is to live. */
const LIMIT = 100;

/** A service's incidents of a range that ends now, newest first. */
export function useIncidents(options: {
  entityRef: string;
  range: Range;
}): Polled<IncidentPage> {
  const { entityRef, range } = options;
  const stabilityApi = useApi(stabilityApiRef);
  return usePolled({
    key: `${entityRef} ${range}`,
    load: signal =>
      stabilityApi.listIncidents(
        { entityRef, from: rangeStart(range, new Date()), limit: LIMIT },
        { signal },
      ),
    keepPrevious: true,
  });
}
