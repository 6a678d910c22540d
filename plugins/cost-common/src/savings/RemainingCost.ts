import type { NanoUnits } from '../money/nanoUnits';
import { splitByWeights } from '../money/splitByWeights';
import type { SavableCost, SavingDraft } from './SavingDraft';

interface Bucket {
  cost: NanoUnits;
  left: NanoUnits;
}

/**
 * What is left of a month's cost after the savings that were taken from it.
 */
export class RemainingCost {
  /** Of a service and a category, or of a category only. */
  readonly #buckets: ReadonlyMap<string, readonly Bucket[]>;
  readonly #resources = new Map<string, NanoUnits>();

  constructor(costs: readonly SavableCost[]) {
    const sums = new Map<string, SavableCost>();
    for (const cost of costs) {
      const key = JSON.stringify([cost.entityRef, cost.category]);
      const known = sums.get(key);
      const monthly = (known?.monthly ?? 0n) + cost.monthly;
      sums.set(key, { ...cost, monthly });
    }
    const buckets = new Map<string, Bucket[]>();
    for (const [, { entityRef, category, monthly }] of [...sums].sort(
      ([a], [b]) => (a < b ? -1 : 1),
    )) {
      if (monthly > 0n) {
        const bucket = { cost: monthly, left: monthly };
        const all = keyOf({ category });
        const alike = buckets.get(all) ?? [];
        alike.push(bucket);
        buckets.set(all, alike);
        if (entityRef !== undefined) {
          buckets.set(keyOf({ category, entityRef }), [bucket]);
        }
      }
    }
    this.#buckets = buckets;
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

  #bucketsOf(draft: SavingDraft): readonly Bucket[] {
    return this.#buckets.get(keyOf(draft)) ?? [];
  }
}

function keyOf({
  category,
  entityRef,
}: Pick<SavingDraft, 'category' | 'entityRef'>): string {
  return entityRef === undefined ? category : `${category} ${entityRef}`;
}

function smaller(a: NanoUnits, b: NanoUnits): NanoUnits {
  return a < b ? a : b;
}
