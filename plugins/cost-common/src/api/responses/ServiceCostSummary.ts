import type { Amount } from './Amount';
import type { CostBudget } from './CostBudget';
import type { CostChange } from './CostChange';
import type { CostForecast } from './CostForecast';

/** One row of `GET /summary`. @public */
export interface ServiceCostSummary {
  entityRef: string;
  changedAt: string;
  currency: string;
  monthToDate: Amount;
  change?: CostChange;
  forecast?: CostForecast;
  budget?: CostBudget;
  unitCost?: { unit: string; per: number; value: Amount; changeRatio?: number };
  saving?: Amount;
  anomalies: number;
  completeTo?: string;
}
