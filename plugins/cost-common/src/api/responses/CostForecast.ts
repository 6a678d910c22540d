import type { Amount } from './Amount';

/** Expected sum of a month. @public */
export interface CostForecast {
  month: string;
  expected: Amount;
  low: Amount;
  high: Amount;
  /** Share of months that fell between, as measured: 0.9. */
  confidence: number;
  /** Complete days it was made from. */
  days: number;
}
