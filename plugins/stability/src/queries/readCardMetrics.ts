import { shareReading } from '@plimsoll/plugin-plimsoll-react';
import type {
  StabilityApi,
  StabilityMetrics,
} from '@plimsoll/plugin-stability-common';

/** Days that the cards of the overview look back. */
const WINDOW_DAYS = 90;

/**
 * A service's figures over 90 days, its last deployment, its last and its open
 * incident: one question for all cards of the overview.
 */
export function readCardMetrics(
  stabilityApi: StabilityApi,
  entityRef: string,
): Promise<StabilityMetrics> {
  return shareReading({
    owner: stabilityApi,
    key: `card ${entityRef}`,
    load: () => stabilityApi.getMetrics({ entityRef, window: WINDOW_DAYS }),
  });
}
