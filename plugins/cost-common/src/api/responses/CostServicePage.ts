import type { Amount } from './Amount';
import type { CostBudget } from './CostBudget';
import type { CostChange } from './CostChange';
import type { CostForecast } from './CostForecast';
import type { CostPage } from './CostPage';
import type { CostProof } from './CostProof';

/** A row of `GET /services`. @public */
export interface CostServiceRow {
  /** Ref of the service, system, domain or owner. */
  ref: string;
  title: string;
  owner?: string;
  system?: string;
  total: Amount;
  change?: CostChange;
  months: Array<{ month: string; total: Amount }>;
  forecast?: Pick<CostForecast, 'expected' | 'low' | 'high'>;
  budget?: Pick<CostBudget, 'amount' | 'usedRatio' | 'state'>;
  unitCost?: { unit: string; per: number; value: Amount; changeRatio?: number };
  /** Why there is none: requests were not read yet, or nobody counts them. */
  unitCostState?: 'waiting' | 'not-counted';
  saving?: Amount;
  /** Why there is none: savings were not worked out yet. */
  savingState?: 'waiting';
  anomalies: number;
}

/** `GET /services`. Sums are over what the reader may see. @public */
export interface CostServicePage extends CostPage<CostServiceRow> {
  visible: { total: Amount; change?: CostChange };
  demo?: boolean;
  proof: CostProof;
}
