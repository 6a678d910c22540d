import type { NodeUse } from '@plimsoll/plugin-cost-node';
import type { OpenCostAllocation, OpenCostAsset } from './OpenCostAnswer';

const UNALLOCATED = '__unallocated__';
const IDLE = '__idle__';
/** Volumes without a pod, and what was shared already: no part of a node. */
const NOT_A_NODE = ['__unmounted__', '__shared__'];

interface Node {
  name: string;
  cluster: string;
  providerId?: string;
  used: number;
}

/**
 * Who used the nodes of a day, from allocations by node, namespace and labels.
 *
 * OpenCost puts the idle cost of all nodes into one row whenever it
 * aggregates, so what was idle on each is worked out: from what the node cost
 * (its assets), or, where it does not tell, by what was used.
 */
export function nodeUseOf(options: {
  day: string;
  allocations: ReadonlyMap<string, OpenCostAllocation>;
  assets: readonly OpenCostAsset[];
  /** Names of labels, sanitised, in the order of the keys. */
  labels: readonly string[];
  /** Where OpenCost names no cluster. */
  cluster: string;
}): NodeUse[] {
  const { day, allocations, assets, labels, cluster } = options;
  const nodes = new Map<string, Node>();
  const use: NodeUse[] = [];
  let idle = 0;
  for (const [key, allocation] of allocations) {
    const cost = costOf(allocation);
    if (key.includes(IDLE)) {
      idle += cost;
    } else if (!NOT_A_NODE.some(word => key.includes(word))) {
      const { properties } = allocation;
      const [name, namespace, ...values] = key.split('/');
      const node = entry(nodes, {
        name: properties?.node ?? name,
        cluster: properties?.cluster ?? cluster,
        ...(properties?.providerID && { providerId: properties.providerID }),
      });
      node.used += cost;
      use.push({
        ...placeOf(node),
        day,
        owner: ownerOf({ namespace, values, labels }),
        listPrice: decimal(cost),
        ...ownPricesOf(allocation),
        cpuCoreHours: allocation.cpuCoreHours,
        ramByteHours: allocation.ramByteHours,
      });
    }
  }
  return [
    ...use,
    ...idleOf({ nodes: [...nodes.values()], assets, idle }).map(
      ({ node, cost }) => ({
        ...placeOf(node),
        day,
        owner: { kind: 'idle' as const },
        listPrice: decimal(cost),
      }),
    ),
  ];
}

/** What a node is for: by this its bill is split. */
function costOf(allocation: OpenCostAllocation): number {
  return (
    allocation.cpuCost +
    allocation.cpuCostAdjustment +
    allocation.gpuCost +
    allocation.gpuCostAdjustment +
    allocation.ramCost +
    allocation.ramCostAdjustment
  );
}

/** What pods have beside their part of the node; 0 is left out. */
function ownPricesOf(
  allocation: OpenCostAllocation,
): Pick<NodeUse, 'storageListPrice' | 'networkListPrice'> {
  const storage = allocation.pvCost + allocation.pvCostAdjustment;
  const network =
    allocation.networkCost +
    allocation.networkCostAdjustment +
    allocation.loadBalancerCost +
    allocation.loadBalancerCostAdjustment;
  return {
    ...(storage !== 0 && { storageListPrice: decimal(storage) }),
    ...(network !== 0 && { networkListPrice: decimal(network) }),
  };
}

function ownerOf(options: {
  namespace: string | undefined;
  values: readonly string[];
  labels: readonly string[];
}): NodeUse['owner'] {
  const { namespace, values, labels } = options;
  const known = Object.fromEntries(
    labels.flatMap((label, index) => {
      // Some versions write `app=checkout` for a label, others `checkout`.
      const value = values[index]?.replace(`${label}=`, '');
      return value && value !== UNALLOCATED ? [[label, value]] : [];
    }),
  );
  const place =
    namespace && namespace !== UNALLOCATED ? { namespace } : undefined;
  return Object.keys(known).length > 0 || place
    ? { kind: 'workload', labels: known, ...place }
    : { kind: 'unallocated' };
}

function idleOf(options: {
  nodes: readonly Node[];
  assets: readonly OpenCostAsset[];
  idle: number;
}): Array<{ node: Node; cost: number }> {
  const { nodes, assets, idle } = options;
  const priced = nodes.map(node => ({ node, price: priceOf(node, assets) }));
  const known = priced.filter(({ price }) => price !== undefined);
  const rest = nodes.filter(node => !known.some(item => item.node === node));
  const knownIdle = known.map(({ node, price = 0 }) => ({
    node,
    cost: Math.max(0, price - node.used),
  }));
  const left = idle - knownIdle.reduce((sum, { cost }) => sum + cost, 0);
  const used = rest.reduce((sum, node) => sum + node.used, 0);
  return [
    ...knownIdle,
    ...rest.map(node => ({
      node,
      cost: used > 0 ? Math.max(0, (left * node.used) / used) : 0,
    })),
  ].filter(({ cost }) => cost > 0);
}

function priceOf(
  node: Node,
  assets: readonly OpenCostAsset[],
): number | undefined {
  const found = assets.find(
    ({ type, properties }) =>
      type === 'Node' &&
      (properties?.providerID
        ? properties.providerID === node.providerId
        : properties?.name === node.name),
  );
  return found && found.cpuCost + found.gpuCost + found.ramCost;
}

function placeOf({ name, cluster, providerId }: Node) {
  return { node: name, cluster, ...(providerId && { providerId }) };
}

function entry(nodes: Map<string, Node>, node: Omit<Node, 'used'>): Node {
  const key = `${node.cluster}/${node.name}`;
  const known = nodes.get(key) ?? { ...node, used: 0 };
  nodes.set(key, known);
  return known;
}

/** OpenCost has five decimals; nine keep sums of them. */
function decimal(cost: number): string {
  return cost.toFixed(9);
}
