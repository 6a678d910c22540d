import { parseAmount } from '../money/parseAmount';
import type { NanoUnits } from '../money/nanoUnits';
import { eachInTurns } from '../turns/eachInTurns';
import type { Turns } from '../turns/Turns';
import type { NodeUse } from '../use/NodeUse';
import { nodeIdOf } from './nodeIdOf';

/** Who used a machine: a ref, or nobody that is known. */
export type NodeOwner = { entityRef: string } | 'idle' | 'unallocated';

/** Who used a machine on a day, and how much, as list prices. */
export interface NodeShare {
  key: string;
  owner: NodeOwner;
  cluster: string;
  weight: NanoUnits;
}

/** How the machines of clusters were used, by machine and day. */
export class NodeShares {
  readonly #nodes = new Map<string, Map<string, Map<string, NodeShare>>>();
  readonly #sorted = new Map<string, readonly NodeShare[]>();

  static *inTurns(options: {
    shares: readonly NodeUse[];
    ownerOf: (use: NodeUse) => NodeOwner;
  }): Turns<NodeShares> {
    const nodes = new NodeShares();
    const nodeIds = new Map<string, string>();
    yield* eachInTurns(options.shares, use => {
      const owner = options.ownerOf(use);
      const weight = parseAmount(use.listPrice);
      // Idle may be negative where pods use more than they ask for.
      if (weight > 0n) {
        const machine = use.providerId ?? use.node;
        const nodeId = nodeIds.get(machine) ?? nodeIdOf(machine);
        nodeIds.set(machine, nodeId);
        nodes.#add(nodeId, use, owner, weight);
      }
    });
    return nodes;
  }

  private constructor() {}

  has(nodeId: string): boolean {
    return this.#nodes.has(nodeId);
  }

  /**
   * Who used a machine on a day, by ref. A day that the cluster does not tell
   * of is taken to be like all days together that it does tell of.
   */
  of(nodeId: string, day: string): readonly NodeShare[] {
    const days = this.#nodes.get(nodeId);
    const key = `${nodeId}|${days?.has(day) ? day : ''}`;
    const known = this.#sorted.get(key);
    if (known || !days) {
      return known ?? [];
    }
    const sorted = [...(days.get(day) ?? together(days)).values()].sort(
      (a, b) => (a.key < b.key ? -1 : 1),
    );
    this.#sorted.set(key, sorted);
    return sorted;
  }

  #add(
    nodeId: string,
    { day, cluster }: NodeUse,
    owner: NodeOwner,
    weight: NanoUnits,
  ): void {
    const days = entryOf(this.#nodes, nodeId, () => new Map());
    const shares = entryOf(days, day, () => new Map());
    const name = typeof owner === 'string' ? owner : `:${owner.entityRef}`;
    const key = `${name}|${cluster}`;
    const share = entryOf(shares, key, () => ({
      key,
      owner,
      cluster,
      weight: 0n,
    }));
    share.weight += weight;
  }
}

function together(
  days: ReadonlyMap<string, ReadonlyMap<string, NodeShare>>,
): Map<string, NodeShare> {
  const sums = new Map<string, NodeShare>();
  for (const shares of days.values()) {
    for (const share of shares.values()) {
      entryOf(sums, share.key, () => ({ ...share, weight: 0n })).weight +=
        share.weight;
    }
  }
  return sums;
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
