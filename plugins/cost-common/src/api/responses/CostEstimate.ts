import type { CostCategory } from '../../bill/CostCategory';
import type { Amount } from './Amount';

/** `POST /estimate`. @public */
export interface CostEstimate {
  monthly: Amount;
  currency: string;
  items: Array<{
    name: string;
    title: string;
    quantity: number;
    unitPrice: Amount;
    monthly: Amount;
    category: CostCategory;
  }>;
  /** Where the prices come from and of when, as configured. */
  rateCard: { title: string; asOf?: string };
}
