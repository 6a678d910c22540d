import type { CostAmounts } from '../bill/CostAmounts';
import { splitAmounts } from '../money/splitAmounts';
import type { AllocatedCost, AllocationBasis } from './AllocatedCost';
import { type AllocateOptions, SERVICE_LABELS } from './AllocateOptions';
import { allocated, CostCollector } from './CostCollector';
import { ChargeMatcher } from './ChargeMatcher';
import type { CostSlot } from './CostSlot';
import { Dependencies } from './Dependencies';
import { DirectCosts } from './DirectCosts';
import { type ChargeGroup, groupCharges } from './groupCharges';
import { MappingIndex } from './MappingIndex';
import { nodeOwnerOf } from './nodeOwnerOf';
import { NodeShares } from './NodeShares';
import { Pools } from './Pools';
import { poolReceiver, serviceReceiver } from './Receiver';
import { Volumes } from './Volumes';

/**
 * Gives every charge of a bill to the services that cause it. The sum over
 * the result is the sum over the lines, exactly, for each metric, currency,
 * charge kind, category and day; what nobody can be found for is a line of
 * its own. The result does not depend on the order of anything it is given.
 *
 * A charge belongs to what the first of these names: a configured rule, its
 * tags, its resource, the pods on its machine, its product, its account. A resource that
 * services depend on is shared by them, a pool by its key; pools come last,
 * since they may be shared by what services cost without them.
 *
 * @throws InputError when a rule leads nowhere or a price is no number
 * @public
 */
export function allocate(options: AllocateOptions): AllocatedCost[] {
  const { mapping, labels = SERVICE_LABELS, shares = [] } = options;
  const volumes = new Volumes(options.volumes ?? []);
  const index = new MappingIndex(mapping);
  const nodes = new NodeShares({
    shares,
    ownerOf: use => nodeOwnerOf({ use, index, labels }),
  });
  const matcher = ChargeMatcher.create({
    ...options,
    isNode: nodeId => nodes.has(nodeId),
  });
  const dependencies = new Dependencies({
    dependencies: options.dependencies ?? [],
    volumes,
  });
  const groups = groupCharges({ lines: options.lines, matcher });
  const collector = new CostCollector();
  for (const group of groups) {
    giveGroup({ group, collector, nodes, dependencies });
  }
  const costs = [...collector.costs()];
  const pools = new Pools({
    pools: options.pools ?? [],
    services: options.services ?? [],
    volumes,
    costs: new DirectCosts(costs),
  });
  return [...costs, ...sharedCosts({ groups, pools })].filter(isSomething);
}

function giveGroup(options: {
  group: ChargeGroup;
  collector: CostCollector;
  nodes: NodeShares;
  dependencies: Dependencies;
}): void {
  const { group, collector, nodes, dependencies } = options;
  const { owner, slot, amounts } = group;
  if (owner.to === 'unallocated') {
    collector.add(slot, poolReceiver('unallocated'), amounts);
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
  const { key, refs, weights } = consumers;
  const parts = splitAmounts({ amounts, weights });
  refs.forEach((consumerRef, n) =>
    giveService({
      ...options,
      entityRef: consumerRef,
      basis: { by: 'dependency', resourceRef: entityRef, key },
      amounts: parts[n],
      path: [...path, entityRef],
    }),
  );
}

function sharedCosts(options: {
  groups: readonly ChargeGroup[];
  pools: Pools;
}): AllocatedCost[] {
  return options.groups.flatMap(({ owner, slot, amounts }) => {
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
    const { key, refs, weights } = shares;
    const basis: AllocationBasis = { by: 'shared', pool, key };
    const parts = splitAmounts({ amounts, weights });
    return refs.map((entityRef, n) => ({
      entityRef,
      ...slot.head,
      basis,
      amounts: parts[n],
    }));
  });
}

function isSomething({ amounts }: AllocatedCost): boolean {
  const { billed, effective, contracted, list } = amounts;
  return billed !== 0n || effective !== 0n || contracted !== 0n || list !== 0n;
}
