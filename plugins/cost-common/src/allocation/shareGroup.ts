import { splitAmounts } from '../money/splitAmounts';
import type { AllocatedCost, AllocationBasis } from './AllocatedCost';
import type { ChargeGroup } from './ChargeGroups';
import { allocated } from './CostCollector';
import type { Pools } from './Pools';
import { poolReceiver } from './Receiver';

/** Shares charges that belong to a pool; others are nobody's here. */
export function shareGroup(options: {
  group: ChargeGroup;
  pools: Pools;
}): AllocatedCost[] {
  const { owner, slot, amounts } = options.group;
  if (owner.to !== 'pool') {
    return [];
  }
  const { pool } = owner;
  const { currency, day } = slot.head;
  const shares = options.pools.of({ pool, currency, day });
  if (!shares) {
    return [
      allocated(
        slot,
        poolReceiver('shared', { by: 'shared', pool, key: 'even' }),
        amounts,
      ),
    ];
  }
  const { key, of, insteadOf, refs, weights } = shares;
  const basis: AllocationBasis = {
    by: 'shared',
    pool,
    key,
    ...(of && { of }),
    ...(insteadOf && { insteadOf }),
  };
  const parts = splitAmounts({ amounts, weights });
  return refs.map((entityRef, n) => ({
    entityRef,
    ...slot.head,
    basis,
    amounts: parts[n],
  }));
}
