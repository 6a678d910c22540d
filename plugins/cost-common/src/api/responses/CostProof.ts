import type { CostMetric } from '../../bill/CostAmounts';
import type { Amount } from './Amount';

/**
 * What a figure stands on; on every view. Fields that would let a reader work
 * out what hidden services cost are left out for who may not see totals.
 *
 * @public
 */
export interface CostProof {
  /**
   * What all sources together have charged up to: last complete day. A source
   * more than four days behind the newest does not hold it back: it is `late`,
   * and what it has is missing from the days after its own `completeTo`.
   */
  completeTo?: string;
  /** Day on which the next part of the bill is expected. */
  dueOn?: string;
  /**
   * Share of the bill that stands on a service, an idle or a shared line, 0
   * to 1. The rest is unallocated.
   */
  matchedRatio?: number;
  /** Needs `cost.total.read`. */
  unallocated?: { ratio: number; amount?: Amount };
  /**
   * Months that a provider wrote anew of all that the answer holds or compares
   * with, newest first: when they last were, by which sources, and what all
   * their writings changed together.
   */
  restated: Array<{
    billingMonth: string;
    at: string;
    sources: string[];
    /** Needs `cost.total.read`. */
    difference?: Amount;
  }>;
  currency: string;
  /** Others that there is cost in, never added to this one. */
  otherCurrencies: string[];
  metric: CostMetric;
  /** `list-price`: there is no bill, a cluster's list price stands. */
  basis: 'bill' | 'list-price';
  sources: Array<{
    name: string;
    type: string;
    /** For instance `FOCUS 1.2`. */
    format?: string;
    completeTo?: string;
    state: 'ok' | 'late' | 'failing' | 'empty';
    readAt?: string;
  }>;
  /**
   * Only while something is read for the first time. Deliveries that are there,
   * and how many of them were read or refused: figures are of a part of the bill
   * until they all are. And clusters whose use is not read up to now: what their
   * machines cost is unallocated until then.
   */
  reading?: { read: number; of: number; clusters?: string[] };
  /** Whether a cluster's split was used, and whose. */
  splitBy?: string;
  /** The bill is made up. */
  demo?: boolean;
}
