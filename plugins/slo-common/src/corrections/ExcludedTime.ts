import type { LedgerRange } from '../ledger/LedgerRange';

/**
 * How much of any stretch is excluded, each answer in the time of a search: for
 * who asks thousands of times, see `excludedSeconds` for once.
 */
export class ExcludedTime {
  readonly #ranges: readonly LedgerRange[];
  /** Seconds of all ranges before the one at the same place, and of all. */
  readonly #before: Float64Array;

  /** @param ranges - in order, without overlap, see `unionRanges` */
  static create(ranges: readonly LedgerRange[]): ExcludedTime {
    return new ExcludedTime(ranges);
  }

  private constructor(ranges: readonly LedgerRange[]) {
    this.#ranges = ranges;
    this.#before = new Float64Array(ranges.length + 1);
    ranges.forEach(({ from, to }, index) => {
      this.#before[index + 1] = this.#before[index] + (to - from);
    });
  }

  /** Excluded seconds of `[from, to)`, in Unix seconds. */
  within({ from, to }: LedgerRange): number {
    return Math.max(0, this.#until(to) - this.#until(from));
  }

  /** Excluded seconds before an instant. */
  #until(at: number): number {
    const started = this.#startedBefore(at);
    const last = this.#ranges[started - 1];
    return last
      ? this.#before[started] - Math.max(0, last.to - at)
      : this.#before[started];
  }

  /** How many ranges begin before an instant. */
  #startedBefore(at: number): number {
    let least = 0;
    let most = this.#ranges.length;
    while (least < most) {
      const middle = (least + most) >> 1;
      if (this.#ranges[middle].from < at) {
        least = middle + 1;
      } else {
        most = middle;
      }
    }
    return least;
  }
}
