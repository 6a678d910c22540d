import type { CostAmounts } from '../bill/CostAmounts';
import { splitAmounts } from '../money/splitAmounts';
import type { AllocationBasis } from './AllocatedCost';
import type { ChargeGroup } from './ChargeGroups';
import type { CostCollector } from './CostCollector';
import type { CostSlot } from './CostSlot';
import type { Dependencies } from './Dependencies';
import type { NodeShares } from './NodeShares';
import { poolReceiver, serviceReceiver } from './Receiver';

/** Gives charges to their owner; what belongs to a pool is left. */
export function giveGroup(options: {
  group: ChargeGroup;
  collector: CostCollector;
  nodes: NodeShares;
  dependencies: Dependencies;
}): void {
  const { group, collector, nodes, dependencies } = options;
  const { owner, slot, amounts } = group;
  if (owner.to === 'unallocated') {
    collector.add(slot, poolReceiver('unallocated'), amounts);
  } else if (owner.to === 'line') {
    collector.add(slot, poolReceiver(owner.line), amounts);
  } else if (owner.to === 'service') {
    const { entityRef, basis } = owner;
    giveService({ entityRef, basis, slot, amounts, collector, dependencies });
  } else if (owner.to === 'node') {
    const users = nodes.of(owner.nodeId, slot.head.day);
    const parts = splitAmounts({
      amounts,
      weights: users.map(({ weight }) => weight),
    });
    users.forEach(({ owner: user, cluster }, n) => {
      const basis: AllocationBasis = { by: 'cluster', cluster };
      if (typeof user === 'string') {
        collector.add(slot, poolReceiver(user, basis), parts[n]);
      } else {
        const { entityRef } = user;
        giveService({
          entityRef,
          basis,
          slot,
          amounts: parts[n],
          collector,
          dependencies,
        });
      }
    });
  }
}

/** Gives to a service, or to those who depend on what is none. */
function giveService(options: {
  entityRef: string;
  basis: AllocationBasis;
  slot: CostSlot;
  amounts: CostAmounts;
  collector: CostCollector;
  dependencies: Dependencies;
  /** Resources that led here: a circle of them ends where it closes. */
  path?: readonly string[];
}): void {
  const { entityRef, basis, slot, amounts, collector, path = [] } = options;
  const consumers = path.includes(entityRef)
    ? undefined
    : options.dependencies.of(entityRef, slot.head.day);
  if (!consumers) {
    collector.add(slot, serviceReceiver(entityRef, basis), amounts);
    return;
  }
  const { key, of, insteadOf, refs, weights } = consumers;
  const basisOfPart: AllocationBasis = {
    by: 'dependency',
    resourceRef: entityRef,
    key,
    ...(of && { of }),
    ...(insteadOf && { insteadOf }),
  };
  const parts = splitAmounts({ amounts, weights });
  refs.forEach((consumerRef, n) =>
    giveService({
      ...options,
      entityRef: consumerRef,
      basis: basisOfPart,
      amounts: parts[n],
      path: [...path, entityRef],
    }),
  );
}
