import { unitsOf } from '../money/unitsOf';
import type { DailyAmount } from './DailySeries';
import { dayNumber } from './utcDays';

/**
 * Amounts of complete days without gaps, as numbers: a day between the first
 * charge and the last complete day without any cost nothing.
 */
export class DaySums {
  /** Number of the first day with a charge. */
  readonly first: number;
  /** Number of the last complete day; before `first` where there is none. */
  readonly last: number;
  readonly #values: Float64Array;

  constructor(options: { days: readonly DailyAmount[]; completeTo: string }) {
    this.last = dayNumber(options.completeTo);
    const complete = options.days
      .map(({ day, amount }) => ({ number: dayNumber(day), amount }))
      .filter(({ number }) => number <= this.last);
    this.first = complete.reduce(
      (first, { number }) => Math.min(first, number),
      this.last + 1,
    );
    this.#values = new Float64Array(this.last - this.first + 1);
    for (const { number, amount } of complete) {
      this.#values[number - this.first] += unitsOf(amount);
    }
  }

  /** How many complete days there are. */
  get length(): number {
    return this.#values.length;
  }

  /** Units that a day cost; nothing outside the complete days. */
  at(number: number): number | undefined {
    return this.#values[number - this.first];
  }
}
