import { monthOf } from '../calendar/utcDays';
import { eachInTurns } from '../turns/eachInTurns';
import type { Turns } from '../turns/Turns';
import type { ServiceVolume } from './AllocationRule';

/** How services stand to each other by their requests. */
export interface VolumeWeights {
  /** One for each service. */
  weights: readonly number[];
  /** First day of the month that they are of, where the day itself has none. */
  of?: string;
}

/** Requests of services, by day and by month. */
export class Volumes {
  readonly #days = new Map<string, Map<string, number[]>>();
  readonly #months = new Map<string, Map<string, ServiceVolume[]>>();
  readonly #sums = new Map<string, number>();
  readonly #nearest = new Map<string, readonly string[]>();

  static *inTurns(volumes: readonly ServiceVolume[]): Turns<Volumes> {
    const known = new Volumes();
    yield* eachInTurns(volumes, volume => known.#add(volume));
    return known;
  }

  private constructor() {}

  /**
   * The requests of the day; where it has none, of its month or of the nearest
   * one that is known, the earlier of two; nothing where there are none at all.
   */
  of(refs: readonly string[], day: string): VolumeWeights | undefined {
    const ofDay = this.#days.get(day);
    const weights = refs.map(ref => sumOf(ofDay?.get(ref) ?? []));
    if (isAny(weights)) {
      return { weights };
    }
    for (const month of this.#monthsNear(monthOf(day))) {
      const ofMonth = refs.map(ref => this.#sumOf(ref, month));
      if (isAny(ofMonth)) {
        return { weights: ofMonth, of: month };
      }
    }
    return undefined;
  }

  #add(one: ServiceVolume): void {
    const { entityRef, day, volume } = one;
    if (volume > 0 && Number.isFinite(volume)) {
      push(entryOf(this.#days, day), entityRef, volume);
      push(entryOf(this.#months, monthOf(day)), entityRef, one);
    }
  }

  #monthsNear(month: string): readonly string[] {
    const known = this.#nearest.get(month);
    if (known) {
      return known;
    }
    const distance = (other: string) =>
      Math.abs(monthNumber(other) - monthNumber(month));
    const near = [...this.#months.keys()].sort(
      (a, b) => distance(a) - distance(b) || compare(a, b),
    );
    this.#nearest.set(month, near);
    return near;
  }

  /** Over a month; added up when it is asked for first. */
  #sumOf(entityRef: string, month: string): number {
    const key = `${month} ${entityRef}`;
    const known = this.#sums.get(key);
    if (known !== undefined) {
      return known;
    }
    const days = this.#months.get(month)?.get(entityRef) ?? [];
    // A sum of floating-point numbers depends on their order.
    const sorted = [...days].sort(
      (a, b) => compare(a.day, b.day) || a.volume - b.volume,
    );
    const sum = sorted.reduce((total, { volume }) => total + volume, 0);
    this.#sums.set(key, sum);
    return sum;
  }
}

function isAny(weights: readonly number[]): boolean {
  return weights.some(weight => weight > 0);
}

function monthNumber(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return 12 * year + number;
}

function sumOf(volumes: readonly number[]): number {
  return volumes.length < 2
    ? volumes[0] ?? 0
    : [...volumes].sort((a, b) => a - b).reduce((sum, one) => sum + one, 0);
}

function entryOf<TInner>(
  map: Map<string, Map<string, TInner[]>>,
  key: string,
): Map<string, TInner[]> {
  const inner = map.get(key) ?? new Map<string, TInner[]>();
  map.set(key, inner);
  return inner;
}

function push<TValue>(
  map: Map<string, TValue[]>,
  key: string,
  value: TValue,
): void {
  const values = map.get(key);
  if (values) {
    values.push(value);
  } else {
    map.set(key, [value]);
  }
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
