import type { NanoUnits } from '../money/nanoUnits';
import type { Turns } from '../turns/Turns';

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
  /** Pods that ask for the same; 1 by default. */
  replicas?: number;
}

/** Machines that go, and what they cost a month. @public */
export interface FreedNodes {
  nodes: number;
  monthly: NanoUnits;
}

/** @see NodePacking @public */
export interface NodePackingOptions {
  nodes: readonly PricedNode[];
  /** As they are today. */
  pods: readonly PodRequest[];
  /**
   * Share of each machine that stays free; by default what is free today, at
   * most a tenth.
   */
  headroom?: number;
  /** Machines that stay whatever happens; 1 by default. */
  fewestNodes?: number;
}

/**
 * The machines of a cluster and its pods, packed by first fit, largest first.
 * How they are packed today is worked out once, however many changes are
 * compared with it.
 *
 * @public
 */
export class NodePacking {
  /** Dearest first. */
  readonly #nodes: readonly PricedNode[];
  readonly #pods: readonly PodRequest[];
  readonly #headroom: number;
  /** Machines that may go at most. */
  readonly #most: number;
  #removableNow: number | undefined;

  static create(options: NodePackingOptions): NodePacking {
    return new NodePacking(options);
  }

  private constructor(options: NodePackingOptions) {
    const { pods, fewestNodes = 1 } = options;
    this.#pods = pods;
    this.#nodes = [...options.nodes].sort(dearestFirst);
    this.#most = Math.max(0, this.#nodes.length - fewestNodes);
    this.#headroom =
      options.headroom ??
      Math.min(
        MOST_HEADROOM,
        Math.max(0, 1 - share(sumOf(pods), sumOf(this.#nodes))),
      );
  }

  /** What goes beyond the present waste when pods ask for this instead. */
  *freedBy(podsAfter: readonly PodRequest[]): Turns<FreedNodes> {
    this.#removableNow ??= yield* this.#removable(this.#pods);
    const now = this.#removableNow;
    const then = Math.max(now, yield* this.#removable(podsAfter));
    return {
      nodes: then - now,
      monthly: this.#nodes
        .slice(now, then)
        .reduce((sum, { monthly }) => sum + monthly, 0n),
    };
  }

  *#removable(pods: readonly PodRequest[]): Turns<number> {
    const whole = sumOf(this.#nodes);
    const sorted = pods
      .map(pod => ({ pod, size: share(pod, whole) }))
      .sort((a, b) => b.size - a.size)
      .map(({ pod }) => pod);
    let low = 0;
    let high = this.#most;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (yield* this.#fits(sorted, this.#nodes.slice(middle))) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** One turn for all replicas of a request. */
  *#fits(
    pods: readonly PodRequest[],
    nodes: readonly PricedNode[],
  ): Turns<boolean> {
    const usable = 1 - this.#headroom;
    const free = nodes.map(({ cpuCores, memoryBytes }) => ({
      cpuCores: cpuCores * usable,
      memoryBytes: memoryBytes * usable,
    }));
    for (const { cpuCores, memoryBytes, replicas = 1 } of pods) {
      let index = 0;
      for (let placed = 0; placed < replicas; placed++) {
        // where one replica had no place the next one has none either
        while (
          index < free.length &&
          !(
            free[index].cpuCores >= cpuCores &&
            free[index].memoryBytes >= memoryBytes
          )
        ) {
          index++;
        }
        if (index === free.length) {
          return false;
        }
        free[index].cpuCores -= cpuCores;
        free[index].memoryBytes -= memoryBytes;
      }
      yield;
    }
    return true;
  }
}

function dearestFirst(a: PricedNode, b: PricedNode): number {
  if (a.monthly !== b.monthly) {
    return a.monthly > b.monthly ? -1 : 1;
  }
  return a.name < b.name ? -1 : 1;
}

/** Share of the scarcer of cores and memory that one of these asks for. */
function share(
  part: Omit<PodRequest, 'replicas'>,
  whole: Omit<PodRequest, 'replicas'>,
): number {
  return Math.max(
    part.cpuCores / (whole.cpuCores || 1),
    part.memoryBytes / (whole.memoryBytes || 1),
  );
}

function sumOf(
  all: readonly PodRequest[],
): Pick<PodRequest, 'cpuCores' | 'memoryBytes'> {
  return all.reduce(
    (sum, { cpuCores, memoryBytes, replicas = 1 }) => ({
      cpuCores: sum.cpuCores + replicas * cpuCores,
      memoryBytes: sum.memoryBytes + replicas * memoryBytes,
    }),
    { cpuCores: 0, memoryBytes: 0 },
  );
}
