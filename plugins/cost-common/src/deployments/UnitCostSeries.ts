import { medianAbsoluteDeviation } from 'simple-statistics';
import { dayNumber } from '../calendar/utcDays';
import { unitsOf } from '../money/unitsOf';
import type { PairedDay } from '../unitCost/pairDays';
import { volumeElasticity } from './volumeElasticity';

/** MADs of a normal distribution in its standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/** What a deployment is known to have changed, from the day after its own. */
export interface CostStep {
  /** Number of the day on which it went live. */
  day: number;
  /** Difference of logarithms. */
  change: number;
}

/**
 * Logarithms of daily unit costs, by number of the day, at one traffic: where
 * part of the cost is fixed, more traffic alone makes a request cheaper. What
 * is known to have changed can be taken out, so that it is not held against
 * another deployment.
 */
export class UnitCostSeries {
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

  /** Whether a day is known and nothing is known to have changed on it. */
  has(day: number, steps: readonly CostStep[]): boolean {
    return this.#values.has(day) && steps.every(step => step.day !== day);
  }

  /** Without the steps before a day. */
  at(day: number, steps: readonly CostStep[]): number {
    return (this.#values.get(day) ?? Number.NaN) - sumBefore(day, steps);
  }

  /** At the traffic of the day, without the steps before it. */
  plain(day: number, steps: readonly CostStep[]): number {
    return (this.#plain.get(day) ?? Number.NaN) - sumBefore(day, steps);
  }

  /** How much the same weekday changes from week to week anyway. */
  ordinaryChange(steps: readonly CostStep[]): {
    deviation: number;
    samples: number;
  } {
    const changes = [...this.#values.keys()]
      .map(day => this.at(day, steps) - this.at(day - 7, steps))
      .filter(change => !Number.isNaN(change));
    return {
      samples: changes.length,
      deviation:
        changes.length > 1
          ? MAD_TO_DEVIATION * medianAbsoluteDeviation(changes)
          : 0,
    };
  }
}

function sumBefore(day: number, steps: readonly CostStep[]): number {
  return steps.reduce(
    (sum, step) => (step.day < day ? sum + step.change : sum),
    0,
  );
}
