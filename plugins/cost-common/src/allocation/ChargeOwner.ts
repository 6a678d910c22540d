import type { AllocationBasis, CostPool } from './AllocatedCost';

/** Whose a charge is, before anything is split. @public */
export type ChargeOwner =
  /** A service, or a resource that services depend on. */
  | { to: 'service'; entityRef: string; basis: AllocationBasis }
  | { to: 'pool'; pool: string; rule: string }
  /** A machine of a cluster whose use is known. */
  | { to: 'node'; nodeId: string }
  /** A line of the totals already, as our own export has it. */
  | { to: 'line'; line: CostPool }
  | { to: 'unallocated' };
