import type { AllocationBasis, CostPool } from './AllocatedCost';

/** Who is given a part, and why; `key` is equal for equal ones. */
export interface Receiver {
  readonly key: string;
  readonly entityRef?: string;
  readonly pool?: CostPool;
  readonly basis?: AllocationBasis;
}

/** A service that is given a part. */
export function serviceReceiver(
  entityRef: string,
  basis: AllocationBasis,
): Receiver {
  return { key: `s|${entityRef}|${basisKey(basis)}`, entityRef, basis };
}

/** A line of the totals that is given a part. */
export function poolReceiver(
  pool: CostPool,
  basis?: AllocationBasis,
): Receiver {
  return {
    key: `p|${pool}|${basis ? basisKey(basis) : ''}`,
    pool,
    ...(basis && { basis }),
  };
}

function basisKey(basis: AllocationBasis): string {
  return Object.values(basis).join('|');
}
