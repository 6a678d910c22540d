import type { CostPool } from '../../allocation/AllocatedCost';
import type { ChargeKind } from '../../bill/ChargeKind';
import type { Amount } from './Amount';
import type { CostChange } from './CostChange';
import type { CostDay } from './CostDay';
import type { CostForecast } from './CostForecast';
import type { CostProof } from './CostProof';
import type { CostServiceRow } from './CostServicePage';

/** `GET /overview`; needs `cost.total.read`. @public */
export interface CostOverview {
  from: string;
  to: string;
  bill: Amount;
  change?: CostChange;
  forecast?: CostForecast;
  services: Amount;
  pools: Record<CostPool, Amount>;
  lines: Array<{ kind: ChargeKind; total: Amount }>;
  days: CostDay[];
  /** A month. Absent until savings were worked out. */
  saving?: Amount;
  /** When savings were last worked out, ISO 8601; absent until the first time. */
  savingsFoundAt?: string;
  movers: CostServiceRow[];
  demo?: boolean;
  proof: CostProof;
}
