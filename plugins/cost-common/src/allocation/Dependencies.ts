import type { CostDependency } from './AllocationRule';
import type { Volumes } from './Volumes';

type DependencyKey = 'even' | 'weight' | 'requests';

/** Who shares a resource, and how. */
export interface Consumers {
  key: DependencyKey;
  /** First day of the month whose proportions stand, for want of the day's. */
  of?: string;
  /** What it should have been shared by, of which nothing is known. */
  insteadOf?: DependencyKey;
  /** Sorted, each once. */
  refs: readonly string[];
  /** One for each ref. */
  weights: readonly number[];
}

/** Who depends on which resource. */
export class Dependencies {
  readonly #consumers = new Map<string, Map<string, CostDependency>>();
  readonly #volumes: Volumes;

  constructor(options: {
    dependencies: readonly CostDependency[];
    volumes: Volumes;
  }) {
    this.#volumes = options.volumes;
    for (const dependency of options.dependencies) {
      const { resourceRef, consumerRef } = dependency;
      if (resourceRef !== consumerRef) {
        const known = this.#consumers.get(resourceRef) ?? new Map();
        this.#consumers.set(resourceRef, known);
        const other = known.get(consumerRef);
        if ((other?.weight ?? -1) <= (dependency.weight ?? -1)) {
          known.set(consumerRef, dependency);
        }
      }
    }
  }

  /** Who shares the cost of a resource on a day; nobody for a service. */
  of(resourceRef: string, day: string): Consumers | undefined {
    const consumers = this.#consumers.get(resourceRef);
    if (!consumers) {
      return undefined;
    }
    const all = [...consumers.values()].sort((a, b) =>
      a.consumerRef < b.consumerRef ? -1 : 1,
    );
    const refs = all.map(({ consumerRef }) => consumerRef);
    const asked = all.find(({ key }) => key !== undefined)?.key;
    const hasWeight = all.some(({ weight }) => weight !== undefined);
    if (asked === 'requests') {
      const known = this.#volumes.of(refs, day);
      if (known) {
        return { key: 'requests', refs, ...known };
      }
    } else if (hasWeight && asked !== 'even') {
      const weights = all.map(({ weight = 1 }) => Math.max(0, weight));
      if (weights.some(weight => weight > 0)) {
        return { key: 'weight', refs, weights };
      }
    }
    return {
      key: 'even',
      ...(asked === 'requests' && { insteadOf: asked }),
      refs,
      weights: refs.map(() => 1),
    };
  }
}
