import { dayNumber } from '../calendar/utcDays';
import { unitsOf } from '../money/unitsOf';
import type { PairedDay } from '../unitCost/pairDays';
import { type CostStep, sumBefore } from './CostStep';
import { findJumps } from './findJumps';
import { isFirstOfMonth } from './isFirstOfMonth';
import { volumeElasticity } from './volumeElasticity';
import { roughWeekdayLevels, weekdayLevels } from './weekdayLevels';

/**
 * Logarithms of daily unit costs, by number of the day, at one traffic: where
 * part of the cost is fixed, more traffic alone makes a request cheaper. What
 * is known to have changed can be taken out, so that it is not held against
 * another deployment. The first of a month, on which fees stand, says nothing.
 */
export class UnitCostSeries {
  /** Numbers of the days that are known, ascending. */
  readonly days: readonly number[];
  /** Where the level is plainly another, whoever did it. */
  readonly jumps: readonly CostStep[];
  readonly #values = new Map<number, number>();
  readonly #plain = new Map<number, number>();
  readonly #weekdays: readonly number[];

  constructor(pairs: readonly PairedDay[]) {
    const elasticity = volumeElasticity(pairs);
    for (const { day, amount, volume } of pairs) {
      if (amount > 0n && !isFirstOfMonth(day)) {
        const cost = Math.log(unitsOf(amount));
        const traffic = Math.log(volume);
        this.#values.set(dayNumber(day), cost - elasticity * traffic);
        this.#plain.set(dayNumber(day), cost - traffic);
      }
    }
    this.days = [...this.#values.keys()].sort((a, b) => a - b);
    const rough = roughWeekdayLevels(this.#values);
    const plainly = findJumps(this.#without({ weekdays: rough }));
    this.#weekdays = weekdayLevels(this.#without({ jumps: plainly }));
    this.jumps = findJumps(this.#without({ weekdays: this.#weekdays }));
  }

  /** Whether a day is known and nothing is known to have changed on it. */
  has(day: number, steps: readonly CostStep[]): boolean {
    return this.#values.has(day) && steps.every(step => step.day !== day);
  }

  /** Without the steps before a day. */
  at(day: number, steps: readonly CostStep[]): number {
    return (this.#values.get(day) ?? Number.NaN) - sumBefore(day, steps);
  }

  /** The same without what its weekday is above or below the others. */
  ordinaryAt(day: number, steps: readonly CostStep[]): number {
    return this.at(day, steps) - this.#weekdays[day % 7];
  }

  /** At the traffic of the day, without the steps before it. */
  plain(day: number, steps: readonly CostStep[]): number {
    return (this.#plain.get(day) ?? Number.NaN) - sumBefore(day, steps);
  }

  #without(options: {
    weekdays?: readonly number[];
    jumps?: readonly CostStep[];
  }): Map<number, number> {
    const { weekdays = [], jumps = [] } = options;
    return new Map(
      this.days.map(day => [
        day,
        this.at(day, jumps) - (weekdays[day % 7] ?? 0),
      ]),
    );
  }
}
