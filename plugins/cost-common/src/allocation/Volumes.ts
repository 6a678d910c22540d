import { eachInTurns } from '../turns/eachInTurns';
import type { Turns } from '../turns/Turns';
import type { ServiceVolume } from './AllocationRule';

/** Requests of services, by day and over all days that are known. */
export class Volumes {
  readonly #days = new Map<string, Map<string, number[]>>();
  readonly #all = new Map<string, ServiceVolume[]>();
  readonly #sums = new Map<string, number>();

  static *inTurns(volumes: readonly ServiceVolume[]): Turns<Volumes> {
    const known = new Volumes();
    yield* eachInTurns(volumes, volume => known.#add(volume));
    return known;
  }

  private constructor() {}

  /**
   * One weight for each service: the requests of the day, of all known days
   * where the day has none, nothing where there are none at all.
   */
  of(refs: readonly string[], day: string): number[] | undefined {
    const ofDay = this.#days.get(day);
    for (const volumeOf of [
      (ref: string) => sumOf(ofDay?.get(ref) ?? []),
      (ref: string) => this.#sumOf(ref),
    ]) {
      const weights = refs.map(volumeOf);
      if (weights.some(weight => weight > 0)) {
        return weights;
      }
    }
    return undefined;
  }

  #add(one: ServiceVolume): void {
    const { entityRef, day, volume } = one;
    if (volume > 0 && Number.isFinite(volume)) {
      const known = this.#days.get(day) ?? new Map<string, number[]>();
      this.#days.set(day, known);
      const ofDay = known.get(entityRef);
      if (ofDay) {
        ofDay.push(volume);
      } else {
        known.set(entityRef, [volume]);
      }
      const all = this.#all.get(entityRef);
      if (all) {
        all.push(one);
      } else {
        this.#all.set(entityRef, [one]);
      }
    }
  }

  /** Over all days; added up when it is asked for first. */
  #sumOf(entityRef: string): number {
    const known = this.#sums.get(entityRef);
    if (known !== undefined) {
      return known;
    }
    const days = this.#all.get(entityRef) ?? [];
    // A sum of floating-point numbers depends on their order.
    const sorted = [...days].sort(
      (a, b) => compare(a.day, b.day) || a.volume - b.volume,
    );
    const sum = sorted.reduce((total, { volume }) => total + volume, 0);
    this.#sums.set(entityRef, sum);
    return sum;
  }
}

function sumOf(volumes: readonly number[]): number {
  return volumes.length < 2
    ? volumes[0] ?? 0
    : [...volumes].sort((a, b) => a - b).reduce((sum, one) => sum + one, 0);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
