import { InputError } from '@backstage/errors';
import type { NanoUnits } from '../money/nanoUnits';
import { nanosOf } from '../money/unitsOf';

const HOURS_OF_MONTH = 730;

/** Steps of the curve. */
const STEPS = 20;

/** @public */
export interface BestCommitment {
  /** Committed spend an hour, in units of the currency. */
  hourlyCommitment: number;
  /** What it saves a month. */
  monthly: NanoUnits;
  /** What a month costs that it covers, at on-demand prices. */
  base: NanoUnits;
  /** Saving a month at each commitment, from nothing to all. */
  curve: Array<{ hourlyCommitment: number; saving: number }>;
  /** Ratio of the commitment that must be used before it pays: 1 - discount. */
  breakEvenUtilisation: number;
  /** Ratio of it that would have been used. */
  utilisation: number;
  /** Ratio of the spend that it would have covered. */
  coverage: number;
  /** Months of use as it was after which even a stop of use is no loss. */
  breakEvenMonths: number;
}

/**
 * The commitment that saves most, in closed form. With hourly on-demand spend
 * `u`, discount `d` and commitment `c`, an hour costs
 * `c + max(0, u - c / (1 - d))`; the mean of that is least where the covered
 * spend `c / (1 - d)` is the quantile of `u` at `d`.
 *
 * @returns nothing where no commitment saves
 * @throws InputError when the discount is not between 0 and 1
 * @public
 */
export function bestCommitment(options: {
  /**
   * Eligible spend of past hours at on-demand prices, after all commitments
   * and savings that come before; means of days do as well.
   */
  hourly: readonly number[];
  /** Ratio below the on-demand price, 0 to 1. */
  discount: number;
  /** 12 by default. */
  termMonths?: number;
}): BestCommitment | undefined {
  const { discount, termMonths = 12 } = options;
  if (!(discount > 0 && discount < 1)) {
    throw new InputError(
      `A commitment's discount must be between 0 and 1, not ${discount}`,
    );
  }
  const hourly = options.hourly
    .map(spend => Math.max(0, spend))
    .sort((a, b) => a - b);
  const covered = lowerQuantile(hourly, discount);
  const price = 1 - discount;
  const savingAt = (commitment: number) =>
    HOURS_OF_MONTH * (meanCovered(hourly, commitment / price) - commitment);
  const commitment = price * covered;
  const saving = savingAt(commitment);
  if (!(saving > 0)) {
    return undefined;
  }
  const mean = meanCovered(hourly, Infinity);
  const used = meanCovered(hourly, covered);
  const highest = price * hourly[hourly.length - 1];
  return {
    hourlyCommitment: commitment,
    monthly: nanosOf(saving),
    base: nanosOf(used * HOURS_OF_MONTH),
    curve: Array.from({ length: STEPS + 1 }, (_, step) => {
      const hourlyCommitment = (highest * step) / STEPS;
      return { hourlyCommitment, saving: savingAt(hourlyCommitment) };
    }),
    breakEvenUtilisation: price,
    utilisation: used / covered,
    coverage: used / mean,
    breakEvenMonths: (termMonths * commitment) / used,
  };
}

/** The smallest value with at least that ratio of all at or below it. */
function lowerQuantile(sorted: readonly number[], ratio: number): number {
  const rank = Math.ceil(Number((ratio * sorted.length).toFixed(9)));
  return sorted[Math.max(0, rank - 1)] ?? 0;
}

/** Mean spend below a cap. */
function meanCovered(hourly: readonly number[], cap: number): number {
  return hourly.length === 0
    ? 0
    : hourly.reduce((sum, spend) => sum + Math.min(spend, cap), 0) /
        hourly.length;
}
