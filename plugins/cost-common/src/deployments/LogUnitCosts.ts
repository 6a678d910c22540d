import { medianAbsoluteDeviation } from 'simple-statistics';
import { dayNumber } from '../calendar/utcDays';
import { unitsOf } from '../money/unitsOf';
import type { PairedDay } from '../unitCost/pairDays';
import { volumeElasticity } from './volumeElasticity';

/** MADs of a normal distribution in its standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/** Days of history that ordinary changes from week to week are read from. */
const HISTORY_DAYS = 42;

/**
 * Logarithms of daily unit costs, by number of the day, at one traffic: where
 * part of the cost is fixed, more traffic alone makes a request cheaper. What
 * deployments are known to have changed is taken out of the days before them,
 * so that it is not held against the next one.
 */
export class LogUnitCosts {
  readonly #values = new Map<number, number>();
  readonly #plain = new Map<number, number>();

  constructor(pairs: readonly PairedDay[]) {
    const elasticity = volumeElasticity(pairs);
    for (const { day, amount, volume } of pairs) {
      if (amount > 0n) {
        const cost = Math.log(unitsOf(amount));
        const traffic = Math.log(volume);
        this.#values.set(dayNumber(day), cost - elasticity * traffic);
        this.#plain.set(dayNumber(day), cost - traffic);
      }
    }
  }

  has(day: number): boolean {
    return this.#values.has(day);
  }

  at(day: number): number {
    return this.#values.get(day) ?? Number.NaN;
  }

  /** As it was, at the traffic of the day. */
  plain(day: number): number {
    return this.#plain.get(day) ?? Number.NaN;
  }

  /** Takes a known step on a day out of all days up to it. */
  level(step: { day: number; change: number }): void {
    for (const [day, value] of this.#values) {
      if (day <= step.day) {
        this.#values.set(day, value + step.change);
      }
    }
  }

  /** How much the same weekday changes in a week anyway, up to a day. */
  ordinaryChange(until: number): { deviation: number; samples: number } {
    const changes: number[] = [];
    for (let day = until - HISTORY_DAYS; day < until; day++) {
      const change = this.at(day) - this.at(day - 7);
      if (!Number.isNaN(change)) {
        changes.push(change);
      }
    }
    return {
      samples: changes.length,
      deviation:
        changes.length > 1
          ? MAD_TO_DEVIATION * medianAbsoluteDeviation(changes)
          : 0,
    };
  }
}
