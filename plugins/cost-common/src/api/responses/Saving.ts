import type { Amount } from './Amount';

/** @public */
export type SavingKind =
  | 'right-size'
  | 'idle'
  | 'spot'
  | 'commitment'
  | 'storage-lifecycle';

/** What a saving is about: with its kind, all that a title needs. @public */
export interface SavingSubject {
  type:
    | 'workload'
    | 'machines'
    | 'volume'
    | 'load-balancer'
    | 'address'
    | 'bucket';
  /** Of the workload or the resource, as people know it. */
  name?: string;
  /** Machines. */
  count?: number;
  /** Commitments. */
  termMonths?: number;
}

/** What the bill says of a change that was made. @public */
export interface MeasuredSaving {
  /**
   * What was compared: the resources themselves, or all that the service
   * spends on the category, in which other changes count too.
   */
  of: 'resources' | 'category';
  /** Whole weeks before and after that were compared. */
  weeks: number;
  /**
   * Where it lies, a month: with 95 % confidence, and whether the cost follows
   * the volume or not. Of a category alone.
   */
  low?: Amount;
  high?: Amount;
  /** Other changes to the same cost meanwhile: deployments and savings. */
  otherChanges: number;
}

/** A change that would save money. @public */
export interface Saving {
  id: string;
  entityRef?: string;
  kind: SavingKind;
  /** English, for agents and pull requests; pages say it by the subject. */
  title: string;
  subject: SavingSubject;
  /** A month, after all savings that stand before it. */
  realisable: Amount;
  /**
   * A month, if nodes and commitments did not matter. Where machines are shared
   * with other services it is for who may see the totals.
   */
  theoretical?: Amount;
  currency: string;
  /** What it was worked out from. */
  evidence: Array<{ name: string; value: string }>;
  risk: 'low' | 'medium' | 'high';
  guard:
    | { state: 'none' }
    /** Budget left of the tightest objective, ratio. */
    | { state: 'allowed'; budgetRemaining: number; objective: string }
    | {
        state: 'held-back';
        reason: string;
        budgetRemaining?: number;
        /** Whose budget is too low. */
        objective?: string;
      };
  /** Order of application, 1 first; what is held back comes last. */
  order: number;
  /** What the scaffolder is given, where a change can be opened. */
  change?: { template: string; values: Record<string, unknown> };
  /**
   * Why no template opens a change: people do it in steps, or none is
   * configured.
   */
  noChange?: 'by-hand' | 'no-template';
  /** Commitments: saving at each commitment, for the curve. */
  curve?: Array<{ hourlyCommitment: number; saving: number }>;
  /** Commitments and storage: months after which it has paid. */
  breakEvenMonths?: number;
  /** Commitments: share of it that must be used before it pays, ratio. */
  breakEvenUtilisation?: number;
  /** After it was opened: what was promised and what the bill shows. */
  applied?: {
    at: string;
    promised: Amount;
    got?: Amount;
    until?: string;
    measured?: MeasuredSaving;
  };
}
