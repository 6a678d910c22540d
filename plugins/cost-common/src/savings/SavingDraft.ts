import type { Saving } from '../api/responses';
import type { CostCategory } from '../bill/CostCategory';
import type { NanoUnits } from '../money/nanoUnits';

/** A saving by itself, before others are applied. @public */
export type SavingDraft = Omit<
  Saving,
  'realisable' | 'theoretical' | 'order' | 'currency'
> & {
  /** Which part of the service's cost it lowers. */
  category: CostCategory;
  /** Of one resource only: two savings on two resources never overlap. */
  resourceId?: string;
  /** The same of what is no resource of a bill: a container. */
  part?: string;
  /** Commitments: the account whose machines it covers. */
  subAccount?: string;
  /**
   * Accounts of the machines that go or become cheaper, and what they cost a
   * month: a commitment to them covers so much less.
   */
  accounts?: readonly AccountCost[];
  /** Machines that go for several services at once limit what can be cashed. */
  sharesMachines?: boolean;
  /** A month's cost that it touches. */
  base: NanoUnits;
  /** What it would save of that. */
  theoretical: NanoUnits;
  /** What can be cashed at most, for instance the nodes that go. */
  realisableAtMost?: NanoUnits;
};

/** A month's cost, by which savings are limited. @public */
export interface SavableCost {
  entityRef?: string;
  category: CostCategory;
  monthly: NanoUnits;
}

/** What the machines of an account cost a month. @public */
export interface AccountCost {
  subAccount: string;
  monthly: NanoUnits;
}
