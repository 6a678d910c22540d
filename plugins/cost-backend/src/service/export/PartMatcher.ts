import {
  type AllocatedCharge,
  type AllocatedCost,
  COST_METRICS,
} from '@plimsoll/plugin-cost-common';

/** The same for parts that are one where charges are not kept apart. */
function partKey(cost: AllocatedCost): string {
  const { entityRef, pool, basis } = cost;
  return JSON.stringify([slotKey(cost), entityRef, pool, basis]);
}

function slotKey(cost: AllocatedCost): string {
  const { billingMonth, day, category, kind, currency } = cost;
  return [billingMonth, day, category, kind, currency].join('|');
}

const sizeOf = ({ amounts }: AllocatedCost) =>
  COST_METRICS.reduce(
    (size, metric) =>
      size + (amounts[metric] < 0n ? -amounts[metric] : amounts[metric]),
    0n,
  );

/**
 * Makes parts by charge add up to the parts that pages show. A sum and its
 * summands are rounded to nano-units each for itself: what they differ by is
 * put on the largest. First all parts by charge go in, then what is shown, some
 * hundred at a time: a large month has a million, and only one of both splits
 * is held.
 */
export class PartMatcher {
  readonly #parts = new Map<string, AllocatedCost[]>();
  readonly #charges = new Map<string, AllocatedCharge | undefined>();

  static create(): PartMatcher {
    return new PartMatcher();
  }

  private constructor() {}

  /** @param fine - parts by charge; their amounts are changed */
  add(fine: readonly AllocatedCost[]): void {
    for (const cost of fine) {
      const key = partKey(cost);
      const known = this.#parts.get(key);
      if (known) {
        known.push(cost);
      } else {
        this.#parts.set(key, [cost]);
      }
      this.#charges.set(slotKey(cost), cost.charge);
    }
  }

  /**
   * @param whole - parts as they are shown
   * @returns the same by charge
   */
  match(whole: readonly AllocatedCost[]): AllocatedCost[] {
    return whole.flatMap(cost => {
      const key = partKey(cost);
      const own = this.#parts.get(key) ?? [
        // less than a nano-unit of each charge
        {
          ...cost,
          charge: this.#charges.get(slotKey(cost)),
          amounts: { billed: 0n, effective: 0n, contracted: 0n, list: 0n },
        },
      ];
      this.#parts.delete(key);
      settle(own, cost);
      return own;
    });
  }

  /** Parts by charge that add up to nothing, once all else is matched. */
  *rest(): Generator<AllocatedCost[], void, void> {
    for (const own of this.#parts.values()) {
      settle(own);
      yield own;
    }
    this.#parts.clear();
  }
}

/** @param whole - nothing where it is left out */
function settle(own: readonly AllocatedCost[], whole?: AllocatedCost): void {
  const largest = own.reduce((one, other) =>
    sizeOf(other) > sizeOf(one) ? other : one,
  );
  for (const metric of COST_METRICS) {
    const sum = own.reduce((all, { amounts }) => all + amounts[metric], 0n);
    largest.amounts[metric] += (whole?.amounts[metric] ?? 0n) - sum;
  }
}
