import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type {
  MetricExplanation,
  MetricName,
} from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { RANGE_DAYS, type Range } from './ranges';

/** What one number was counted from. */
export function useExplanation(options: {
  entityRef: string;
  range: Range;
  metric: MetricName;
}): Polled<MetricExplanation> {
  const { entityRef, range, metric } = options;
  const stabilityApi = useApi(stabilityApiRef);
  return usePolled({
    key: `${entityRef} ${range} ${metric}`,
    load: signal =>
      stabilityApi.explainMetric(
        { entityRef, metric, window: RANGE_DAYS[range] },
        { signal },
      ),
  });
}
