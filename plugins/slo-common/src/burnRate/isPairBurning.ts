import type { BudgetUnit } from '../objective/ObjectiveDefinition';
import type { BurnWindow } from '../status/BurnRates';
import type { BurnPair } from './burnPairs';
import { burnRate } from './burnRate';
import { hasEnoughBad } from './hasEnoughBad';
import { MIN_BAD_UNITS } from './minBadUnits';

/**
 * Whether a pair burns: enough bad units in the long window, and both windows
 * faster than its factor.
 *
 * @param options.minBad - see `minBadUnits`; that of the unit by default
 * @param options.sumOf - what happened in a burn window
 * @public
 */
export function isPairBurning(options: {
  pair: Pick<BurnPair, 'long' | 'short' | 'factor'>;
  target: number;
  unit: BudgetUnit;
  minBad?: number;
  sumOf(window: BurnWindow): { bad: number; total: number };
}): boolean {
  const { pair, target, unit, sumOf } = options;
  const { minBad = MIN_BAD_UNITS[unit] } = options;
  const { bad, total } = sumOf(pair.long);
  if (!hasEnoughBad({ bad, minBad })) {
    return false;
  }
  const isFaster = (counts: { bad: number; total: number }) =>
    (burnRate({ target, bad: counts.bad, total: counts.total }) ?? 0) >
    pair.factor;
  return isFaster({ bad, total }) && isFaster(sumOf(pair.short));
}
