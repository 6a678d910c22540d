import type { NanoUnits } from '../money/nanoUnits';

/** Where more is free than this, machines may go without smaller requests. */
const MOST_HEADROOM = 0.1;

/** A machine that pods run on. @public */
export interface PricedNode {
  name: string;
  /** Allocatable. */
  cpuCores: number;
  memoryBytes: number;
  /** What it costs a month. */
  monthly: NanoUnits;
}

/** What a pod asks for. @public */
export interface PodRequest {
  cpuCores: number;
  memoryBytes: number;
}

/**
 * Machines that go when pods ask for less, and what they cost a month: the
 * part of right-sizing that can be cashed. Pods are packed by first fit,
 * largest first, before and after; only what the smaller requests free beyond
 * the present waste counts.
 *
 * @public
 */
export function freedNodes(options: {
  nodes: readonly PricedNode[];
  pods: readonly PodRequest[];
  podsAfter: readonly PodRequest[];
  /**
   * Share of each machine that stays free; by default what is free today, at
   * most a tenth.
   */
  headroom?: number;
  /** Machines that stay whatever happens; 1 by default. */
  fewestNodes?: number;
}): { nodes: number; monthly: NanoUnits } {
  const { pods, podsAfter, fewestNodes = 1 } = options;
  const headroom =
    options.headroom ??
    Math.min(MOST_HEADROOM, Math.max(0, 1 - fullness(pods, options.nodes)));
  const nodes = [...options.nodes].sort((a, b) =>
    a.monthly === b.monthly
      ? compare(a.name, b.name)
      : Number(b.monthly - a.monthly > 0n) * 2 - 1,
  );
  const most = Math.max(0, nodes.length - fewestNodes);
  const removable = (requests: readonly PodRequest[]): number => {
    const sorted = largestFirst(requests, nodes);
    let low = 0;
    let high = most;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const fits = fit(sorted, nodes.slice(middle), headroom);
      low = fits ? middle : low;
      high = fits ? high : middle - 1;
    }
    return low;
  };
  const now = removable(pods);
  const then = removable(podsAfter);
  return {
    nodes: Math.max(0, then - now),
    monthly: nodes
      .slice(now, Math.max(now, then))
      .reduce((sum, { monthly }) => sum + monthly, 0n),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** By the scarcer of a pod's shares of all machines. */
function largestFirst(
  pods: readonly PodRequest[],
  nodes: readonly PricedNode[],
): PodRequest[] {
  const whole = sumOf(nodes);
  return [...pods].sort((a, b) => share(b, whole) - share(a, whole));
}

/** Share of the scarcer of cores and memory that is asked for. */
function fullness(
  pods: readonly PodRequest[],
  nodes: readonly PricedNode[],
): number {
  return share(sumOf(pods), sumOf(nodes));
}

function share(part: PodRequest, whole: PodRequest): number {
  return Math.max(
    part.cpuCores / (whole.cpuCores || 1),
    part.memoryBytes / (whole.memoryBytes || 1),
  );
}

function sumOf(all: readonly PodRequest[]): PodRequest {
  return all.reduce(
    (sum, { cpuCores, memoryBytes }) => ({
      cpuCores: sum.cpuCores + cpuCores,
      memoryBytes: sum.memoryBytes + memoryBytes,
    }),
    { cpuCores: 0, memoryBytes: 0 },
  );
}

function fit(
  pods: readonly PodRequest[],
  nodes: readonly PricedNode[],
  headroom: number,
): boolean {
  const free = nodes.map(({ cpuCores, memoryBytes }) => ({
    cpuCores: cpuCores * (1 - headroom),
    memoryBytes: memoryBytes * (1 - headroom),
  }));
  return pods.every(pod => {
    const place = free.find(
      node =>
        node.cpuCores >= pod.cpuCores && node.memoryBytes >= pod.memoryBytes,
    );
    if (place) {
      place.cpuCores -= pod.cpuCores;
      place.memoryBytes -= pod.memoryBytes;
    }
    return place !== undefined;
  });
}
