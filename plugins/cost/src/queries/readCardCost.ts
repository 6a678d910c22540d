import { shareReading } from '@plimsoll/plugin-plimsoll-react';
import type { CostApi, ServiceCost } from '@plimsoll/plugin-cost-common';

/** Key of what the card asks, and who else asks it. */
export function cardKey(entityRef: string): string {
  return `card ${entityRef}`;
}

/**
 * A service's month so far: one question for the card and whoever else stands
 * on the overview.
 */
export function readCardCost(
  costApi: CostApi,
  entityRef: string,
): Promise<ServiceCost> {
  return shareReading({
    owner: costApi,
    key: cardKey(entityRef),
    load: () => costApi.getServiceCost(entityRef, {}),
  });
}
