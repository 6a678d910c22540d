import type { BudgetUnit } from '../objective/ObjectiveDefinition';
import type { BurnWindow } from '../status/BurnRates';
import type { BurnPair } from './burnPairs';
import { burnRate } from './burnRate';
import { MIN_BAD_UNITS } from './minBadUnits';

/** What happened in each burn window. @public */
export type BurnSums = Record<BurnWindow, { bad: number; total: number }>;

/** Sums of fractions fall a hair short of the whole number they mean. */
const TOLERANCE = 1e-6;

/**
 * The most severe pair that burns now, if any: both windows faster than its
 * factor, and enough bad units in the long one.
 *
 * @param options.pairs - from `burnPairs`, most severe first
 * @public
 */
export function burningPair(options: {
  pairs: readonly BurnPair[];
  target: number;
  unit: BudgetUnit;
  sums: BurnSums;
}): BurnPair | undefined {
  const { pairs, target, unit, sums } = options;
  const rateOf = (window: BurnWindow) =>
    burnRate({ target, ...sums[window] }) ?? 0;
  return pairs.find(
    ({ long, short, factor }) =>
      rateOf(long) > factor &&
      rateOf(short) > factor &&
      sums[long].bad >= MIN_BAD_UNITS[unit] - TOLERANCE,
  );
}
