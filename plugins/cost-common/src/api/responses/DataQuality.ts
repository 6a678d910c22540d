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
    /**
     * Since when its source no longer has it, ISO 8601. What was read of it
     * counts until another delivery is the bill of its months.
     */
    goneSince?: string;
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
  /**
   * Of each billing month, newest first: sum of the bill, of its parts, and their
   * difference, which is 0.
   */
  conservation: Array<{
    /** First day of the month whose bill it is. */
    billingMonth: string;
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
  /**
   * What each source and account charges in each month's bill, newest first, as
   * it was delivered: what an invoice says by its billed cost. Pages add up days
   * of use, of which some are charged in another month's bill.
   */
  invoices: Array<{
    source: string;
    billingAccount: string;
    billingMonth: string;
    currency: string;
    bill: Record<CostMetric, Amount>;
    /** Of it for use of other months: corrections, refunds, what came late. */
    ofOtherMonths?: Record<CostMetric, Amount>;
  }>;
  /** Of the running month. */
  proof: CostProof;
}
