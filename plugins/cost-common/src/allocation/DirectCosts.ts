import type { NanoUnits } from '../money/nanoUnits';
import type { AllocatedCost } from './AllocatedCost';

/** What services cost before pools are shared, by day and over all days. */
export class DirectCosts {
  readonly #sums = new Map<string, Map<string, NanoUnits>>();

  add({ entityRef, currency, day, amounts }: AllocatedCost): void {
    if (entityRef !== undefined) {
      this.#add(`${currency}|${day}`, entityRef, amounts.effective);
      this.#add(`${currency}|`, entityRef, amounts.effective);
    }
  }

  /**
   * One weight for each service: its effective cost of the day, of all days
   * where nobody has any on the day, nothing where nobody has any at all.
   * What was credited below zero takes no part.
   */
  of(options: {
    refs: readonly string[];
    currency: string;
    day: string;
  }): NanoUnits[] | undefined {
    const { refs, currency, day } = options;
    for (const key of [`${currency}|${day}`, `${currency}|`]) {
      const sums = this.#sums.get(key);
      const weights = refs.map(ref => {
        const sum = sums?.get(ref) ?? 0n;
        return sum > 0n ? sum : 0n;
      });
      if (weights.some(weight => weight > 0n)) {
        return weights;
      }
    }
    return undefined;
  }

  #add(key: string, entityRef: string, amount: NanoUnits): void {
    const sums = this.#sums.get(key) ?? new Map<string, NanoUnits>();
    this.#sums.set(key, sums);
    sums.set(entityRef, (sums.get(entityRef) ?? 0n) + amount);
  }
}
