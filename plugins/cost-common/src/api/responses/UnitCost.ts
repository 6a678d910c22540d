import type { Amount } from './Amount';
import type { DeploymentCost } from './DeploymentCost';

/** Cost of so many things done. @public */
export interface UnitCost {
  /** `requests`, `orders`, or what `cost.units` names. */
  unit: string;
  /** 1,000,000 for requests, 1,000 for orders. */
  per: number;
  /**
   * `waiting`: volumes were not read yet; `not-counted`: no objective counts
   * them; `no-volume`: there were none.
   */
  state: 'ok' | 'no-volume' | 'too-few' | 'no-cost' | 'waiting' | 'not-counted';
  /** Over the complete days of the range. */
  value?: Amount;
  /** Volume of those days. */
  volume?: number;
  perDay?: number;
  /** Days that have both, and the unit cost of each. */
  days: Array<{ day: string; value: Amount }>;
  /** The last deployment that moved it beyond doubt. */
  changedBy?: DeploymentCost;
  /** Cost that does not move with the volume, and what does per unit. */
  fixedPerDay?: Amount;
  marginal?: Amount;
}
