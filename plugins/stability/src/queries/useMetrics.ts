import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { RANGE_DAYS, type Range } from './ranges';

/** A service's metrics over a range that ends now. */
export function useMetrics(options: {
  entityRef: string;
  range: Range;
}): Polled<StabilityMetrics> {
  const { entityRef, range } = options;
  const stabilityApi = useApi(stabilityApiRef);
  return usePolled({
    key: `${entityRef} ${range}`,
    load: signal =>
      stabilityApi.getMetrics(
        { entityRef, window: RANGE_DAYS[range] },
        { signal },
      ),
    // Another range draws over this one: the page neither jumps nor loses focus.
    keepPrevious: true,
  });
}
