import type { CostCategory } from '../../bill/CostCategory';
import type { Amount } from './Amount';

/** A day that cost more than its weekdays do. @public */
export interface CostAnomaly {
  id: string;
  entityRef?: string;
  title: string;
  from: string;
  to: string;
  category?: CostCategory;
  expected: Amount;
  actual: Amount;
  excess: Amount;
  ratio: number;
  /** Robust z: distance from the weekdays' median in scaled MADs. */
  score: number;
  /** Likeliest first; empty is said as "unknown". */
  causes: Array<{
    kind: 'product' | 'sku' | 'resource' | 'deployment' | 'traffic';
    name: string;
    deploymentId?: string;
    /** Share of the excess that it explains, 0 to 1. */
    explains: number;
  }>;
  state: 'open' | 'over';
}
