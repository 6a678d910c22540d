import type { CostCategory } from '../../bill/CostCategory';
import type { Amount } from './Amount';

/** One day of one service or group. @public */
export interface CostDay {
  day: string;
  total: Amount;
  /** Set while the bill of the day is not complete. */
  incomplete?: boolean;
  /** What an incomplete or coming day is expected to be. */
  expected?: Amount;
  categories: Partial<Record<CostCategory, Amount>>;
}
