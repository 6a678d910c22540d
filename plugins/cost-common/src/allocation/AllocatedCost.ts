import type { ChargeKind } from '../bill/ChargeKind';
import type { CostAmounts } from '../bill/CostAmounts';
import type { CostCategory } from '../bill/CostCategory';

/**
 * Where money that no service carries stands. Each is a line of its own on
 * every total: `idle` is what clusters did not use, `residue` what division
 * left over.
 *
 * @public
 */
export type CostPool = 'unallocated' | 'idle' | 'shared' | 'residue';

/**
 * How a service came to a cost. Where a day has no requests to share by, the
 * proportions of the nearest month that has some stand, and `of` is its first
 * day; where nothing at all is known, it is shared evenly, and `insteadOf` is
 * the key that was asked for.
 *
 * @public
 */
export type AllocationBasis =
  /** The charge names the service: tag, label, annotation or resource. */
  | { by: 'direct'; name: string }
  /** A configured rule names it. */
  | { by: 'rule'; rule: string }
  /** Its part of a node's billed cost, by what its pods asked for and used. */
  | { by: 'cluster'; cluster: string }
  /** Its part of a resource that it depends on. */
  | {
      by: 'dependency';
      resourceRef: string;
      key: 'even' | 'weight' | 'requests';
      of?: string;
      insteadOf?: 'even' | 'weight' | 'requests';
    }
  /** Its part of a pool that everybody shares. */
  | {
      by: 'shared';
      pool: string;
      key: 'even' | 'cost' | 'requests' | 'weight';
      of?: string;
      insteadOf?: 'even' | 'cost' | 'requests' | 'weight';
    }
  /** OpenCost's list price, for want of a bill. */
  | { by: 'list-price'; cluster: string };

/**
 * What a charge was, whoever is given it.
 *
 * @public
 */
export interface AllocatedCharge {
  billingAccount: string;
  provider?: string;
  product: string;
  /** FOCUS `ServiceCategory`. */
  serviceCategory?: string;
  /** Of a bill that was closed before. */
  correction?: boolean;
}

/**
 * A part of the bill, given to a service or left in a pool. The sum over all
 * of a bill's parts is the bill, exactly, for each metric and currency.
 *
 * @public
 */
export interface AllocatedCost {
  /** Ref of the service; unset for a pool. */
  entityRef?: string;
  pool?: CostPool;
  day: string;
  billingMonth: string;
  category: CostCategory;
  kind: ChargeKind;
  currency: string;
  basis?: AllocationBasis;
  /** Kept where it is asked for: parts of several charges are apart then. */
  charge?: AllocatedCharge;
  amounts: CostAmounts;
}
