import type { Amount } from './Amount';

/** @public */
export type SavingKind =
  | 'right-size'
  | 'idle'
  | 'spot'
  | 'commitment'
  | 'storage-lifecycle';

/** A change that would save money. @public */
export interface Saving {
  id: string;
  entityRef?: string;
  kind: SavingKind;
  title: string;
  /** A month, after all savings that stand before it. */
  realisable: Amount;
  /** A month, if nodes and commitments did not matter. */
  theoretical: Amount;
  currency: string;
  /** What it was worked out from. */
  evidence: Array<{ name: string; value: string }>;
  risk: 'low' | 'medium' | 'high';
  guard:
    | { state: 'none' }
    /** Budget left of the tightest objective, ratio. */
    | { state: 'allowed'; budgetRemaining: number; objective: string }
    | { state: 'held-back'; reason: string; budgetRemaining?: number };
  /** Order of application, 1 first. */
  order: number;
  /** What the scaffolder is given, where a change can be opened. */
  change?: { template: string; values: Record<string, unknown> };
  /** Commitments: saving at each commitment, for the curve. */
  curve?: Array<{ hourlyCommitment: number; saving: number }>;
  breakEvenMonths?: number;
  /** After it was opened: what was promised and what the bill shows. */
  applied?: { at: string; promised: Amount; got?: Amount; until?: string };
}
