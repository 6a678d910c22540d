import type { Amount } from './Amount';

/** @public */
export interface CostBudget {
  amount: Amount;
  currency: string;
  /** Month to date of the month it is for. */
  used: Amount;
  usedRatio: number;
  /** `over-expected`: the forecast is above it. */
  state: 'under' | 'over-expected' | 'over';
  notifyAt: number[];
  setBy?: string;
  setAt?: string;
  /** The same for all in `cost.budgets` where it is not set here. */
  from: 'person' | 'config';
}
