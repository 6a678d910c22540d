import type { ServiceCostSummary } from '@plimsoll/plugin-cost-common';

/** What the cost plugin says of a service, in one currency. @public */
export interface CostLens extends Omit<ServiceCostSummary, 'entityRef'> {
  /** Others that it is charged in; never added to this one. ISO 4217. */
  otherCurrencies: string[];
}
