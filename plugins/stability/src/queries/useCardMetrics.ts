import { useApi } from '@backstage/frontend-plugin-api';
import { useEarlyPolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { readCardMetrics } from './readCardMetrics';

/** All that the card of the overview shows. */
export function useCardMetrics(entityRef: string): Polled<StabilityMetrics> {
  const stabilityApi = useApi(stabilityApiRef);
  return useEarlyPolled({
    owner: stabilityApi,
    key: `card ${entityRef}`,
    load: () => readCardMetrics(stabilityApi, entityRef),
  });
}
