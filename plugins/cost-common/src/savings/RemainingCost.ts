import type { NanoUnits } from '../money/nanoUnits';
import { splitByWeights } from '../money/splitByWeights';
import type { SavableCost, SavingDraft } from './SavingDraft';

interface Bucket {
  entityRef?: string;
  category: string;
  cost: NanoUnits;
  left: NanoUnits;
}

/**
 * What is left of a month's cost after the savings that were taken from it.
 */
export class RemainingCost {
  readonly #buckets: Bucket[];
  readonly #resources = new Map<string, NanoUnits>();

  constructor(costs: readonly SavableCost[]) {
    const buckets = new Map<string, Bucket>();
    for (const { entityRef, category, monthly } of costs) {
      const key = JSON.stringify([entityRef, category]);
      const cost = (buckets.get(key)?.cost ?? 0n) + monthly;
      buckets.set(key, { entityRef, category, cost, left: cost });
    }
    this.#buckets = [...buckets]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, bucket]) => bucket)
      .filter(({ cost }) => cost > 0n);
  }

  /** Takes a saving and returns what it is worth after those before it. */
  take(draft: SavingDraft): NanoUnits {
    const value = this.worth(draft);
    const buckets = this.#bucketsOf(draft);
    const parts = splitByWeights({
      total: value,
      weights: buckets.map(({ left }) => left),
    });
    buckets.forEach((bucket, index) => {
      bucket.left -= parts[index];
    });
    const { resourceId } = draft;
    if (resourceId !== undefined && value > 0n) {
      this.#resources.set(resourceId, this.#resourceLeft(draft) - value);
    }
    return value;
  }

  /** What a saving is worth now. */
  worth(draft: SavingDraft): NanoUnits {
    const { base, theoretical, realisableAtMost, resourceId } = draft;
    const buckets = this.#bucketsOf(draft);
    const cost = buckets.reduce((sum, bucket) => sum + bucket.cost, 0n);
    const left = buckets.reduce((sum, bucket) => sum + bucket.left, 0n);
    if (base <= 0n || theoretical <= 0n || left <= 0n) {
      return 0n;
    }
    // Of a resource its own rest; of a share of the cost that share of the rest.
    const touched =
      resourceId === undefined
        ? (smaller(base, cost) * left) / cost
        : smaller(base, this.#resourceLeft(draft));
    const value = (touched * smaller(theoretical, base)) / base;
    const most = realisableAtMost ?? value;
    return smaller(smaller(value, left), most < 0n ? 0n : most);
  }

  #resourceLeft({ resourceId = '', base }: SavingDraft): NanoUnits {
    return this.#resources.get(resourceId) ?? base;
  }

  #bucketsOf({ entityRef, category }: SavingDraft): Bucket[] {
    return this.#buckets.filter(
      bucket =>
        bucket.category === category &&
        (entityRef === undefined || bucket.entityRef === entityRef),
    );
  }
}

function smaller(a: NanoUnits, b: NanoUnits): NanoUnits {
  return a < b ? a : b;
}
