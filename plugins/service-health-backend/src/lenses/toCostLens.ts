import type { ServiceCostSummary } from '@plimsoll/plugin-cost-common';
import type { CostLens } from '@plimsoll/plugin-service-health-common';

/** What is kept of a service's cost in one currency. */
export type KeptCost = Omit<CostLens, 'otherCurrencies'>;

/** @see KeptCost */
export function toCostLens(summary: ServiceCostSummary): KeptCost {
  const { entityRef: _, ...kept } = summary;
  return kept;
}
