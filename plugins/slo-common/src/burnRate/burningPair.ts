import type { BudgetUnit } from '../objective/ObjectiveDefinition';
import type { BurnWindow } from '../status/BurnRates';
import type { BurnPair } from './burnPairs';
import { isPairBurning } from './isPairBurning';

/** What happened in each burn window. @public */
export type BurnSums = Record<BurnWindow, { bad: number; total: number }>;

/**
 * The most severe pair that burns now, if any: both windows faster than its
 * factor, and enough bad units in the long one.
 *
 * @param options.pairs - from `burnPairs`, most severe first
 * @param options.minBad - see `minBadUnits`; that of the unit by default
 * @public
 */
export function burningPair(options: {
  pairs: readonly BurnPair[];
  target: number;
  unit: BudgetUnit;
  minBad?: number;
  sums: BurnSums;
}): BurnPair | undefined {
  const { pairs, sums, ...common } = options;
  return pairs.find(pair =>
    isPairBurning({ ...common, pair, sumOf: window => sums[window] }),
  );
}
