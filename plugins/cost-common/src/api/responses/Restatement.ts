import type { CostMetric } from '../../bill/CostAmounts';
import type { Amount } from './Amount';

/** A month that the provider wrote anew. @public */
export interface Restatement {
  source: string;
  billingAccount: string;
  billingMonth: string;
  at: string;
  currency: string;
  before: Amount;
  after: Amount;
  difference: Amount;
  metric: CostMetric;
  /** What moved most. */
  largest: Array<{ name: string; entityRef?: string; difference: Amount }>;
}
