import type { ServiceVolume } from './AllocationRule';

/** Requests of services, by day and over all days that are known. */
export class Volumes {
  readonly #days = new Map<string, Map<string, number>>();
  readonly #all = new Map<string, number>();

  constructor(volumes: readonly ServiceVolume[]) {
    // A sum of floating-point numbers depends on their order.
    const sorted = [...volumes].sort(
      (a, b) =>
        compare(a.day, b.day) ||
        compare(a.entityRef, b.entityRef) ||
        a.volume - b.volume,
    );
    for (const { entityRef, day, volume } of sorted) {
      if (volume > 0 && Number.isFinite(volume)) {
        const known = this.#days.get(day) ?? new Map<string, number>();
        this.#days.set(day, known);
        known.set(entityRef, (known.get(entityRef) ?? 0) + volume);
        this.#all.set(entityRef, (this.#all.get(entityRef) ?? 0) + volume);
      }
    }
  }

  /**
   * One weight for each service: the requests of the day, of all known days
   * where the day has none, nothing where there are none at all.
   */
  of(refs: readonly string[], day: string): number[] | undefined {
    for (const volumes of [this.#days.get(day), this.#all]) {
      const weights = refs.map(ref => volumes?.get(ref) ?? 0);
      if (weights.some(weight => weight > 0)) {
        return weights;
      }
    }
    return undefined;
  }
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
