import type { Amount } from '../api/responses';
import type { CostCategory } from '../bill/CostCategory';

/** Something that has a price for a month. @public */
export interface RateCardItem {
  name: string;
  title: string;
  /** For one, a month. */
  unitPrice: Amount;
  category: CostCategory;
}

/** `cost.rateCard`: prices by which a service is estimated. @public */
export interface RateCard {
  title: string;
  /** Day on which the prices were true. */
  asOf?: string;
  /** ISO 4217. */
  currency: string;
  items: readonly RateCardItem[];
  /** What a kind of service needs: items and how many of each. */
  sets?: Record<string, Record<string, number>>;
}
