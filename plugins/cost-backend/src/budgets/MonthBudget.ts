import type { CostBudget } from '@plimsoll/plugin-cost-common';

/** How a budget stands in a month, of a service or of services together. */
export interface MonthBudget {
  /** Of a service, system, domain or owner. */
  entityRef: string;
  /** First day. */
  month: string;
  budget: CostBudget;
}
