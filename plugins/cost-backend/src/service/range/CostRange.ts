import type { CostMetric } from '@plimsoll/plugin-cost-common';

/** What is asked about, made definite. */
export interface CostRange {
  /** First day. */
  from: string;
  /** Day after the last. */
  to: string;
  /** Day after the last that is complete, within the range. */
  completeEnd: string;
  metric: CostMetric;
  currency: string;
  /** Whether it is the running month up to its last complete day. */
  isRunningMonth: boolean;
}
