import type { CostMetric } from '../../bill/CostAmounts';
import type { Amount } from './Amount';
import type { CostProof } from './CostProof';

/** What was read, and what of it was not as it should be. @public */
export interface DataQuality {
  deliveries: Array<{
    source: string;
    delivery: string;
    state: 'read' | 'refused' | 'failing' | 'reading';
    readAt?: string;
    rows?: number;
    formatVersion?: string;
    /** Of a refusal: what and how to mend it. */
    message?: string;
    faults: Array<{
      rule: string;
      severity: 'error' | 'warning' | 'info';
      message: string;
      count: number;
      place?: string;
    }>;
  }>;
  /** Sum of the bill, of its parts, and their difference, which is 0. */
  conservation: Array<{
    currency: string;
    metric: CostMetric;
    bill: Amount;
    allocated: Amount;
    /**
     * What the bill has below nano-units, to which its lines are rounded without
     * loss: less than one for each account and month.
     */
    residue: Amount;
    /** Bill less allocated less residue: 0, or something is broken. */
    difference: Amount;
  }>;
  /** Of the running month. */
  proof: CostProof;
}
