import type { CostPool } from '../allocation/AllocatedCost';

/** How a resource begins that is a line of the totals, and no resource. */
const PREFIX = 'plimsoll.dev/pool:';

/** Those that an export of ours tells, and that are not to be allotted again. */
const KEPT: readonly CostPool[] = ['idle', 'residue', 'shared'];

/**
 * Under which id the charges of a pool stand that our own export of a split
 * has: what was idle there is idle where it is loaded, and not unallocated.
 *
 * @public
 */
export const POOL_RESOURCES: ReadonlyArray<[pool: CostPool, id: string]> =
  KEPT.map(pool => [pool, `${PREFIX}${pool}`]);

/** The pool that a resource id stands for, where it does for one. */
export function poolOfResource(
  resourceId: string | undefined,
): CostPool | undefined {
  return resourceId === undefined
    ? undefined
    : POOL_RESOURCES.find(([, id]) => id === resourceId)?.[0];
}
