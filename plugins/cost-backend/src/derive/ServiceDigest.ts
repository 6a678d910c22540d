import type {
  CostBudget,
  CostChange,
  CostForecast,
  CostMetric,
  ServiceCostSummary,
} from '@plimsoll/plugin-cost-common';

/** What is kept ready of a service, in one currency; by effective cost. */
export interface ServiceDigest {
  /** The running month up to the last complete day. */
  from: string;
  to: string;
  change?: CostChange;
  forecast?: CostForecast;
  budget?: CostBudget;
  unitCost?: ServiceCostSummary['unitCost'];
  /** Its requests were not read yet, or nobody counts them. */
  unitCostState?: 'waiting' | 'not-counted';
  /** Nano-units by month and metric, as texts; oldest first. */
  months: Array<{ month: string } & Record<CostMetric, string>>;
  /** Savings were not worked out yet: that none is kept says nothing. */
  savingState?: 'waiting';
}
