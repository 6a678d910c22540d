import type { Amount } from './Amount';

/** @public */
export interface CostChange {
  /** What it is compared with: as many days, same weekdays. */
  from: string;
  to: string;
  amount: Amount;
  /** `(now - before) / before`; absent where `before` is not above 0. */
  ratio?: number;
}
