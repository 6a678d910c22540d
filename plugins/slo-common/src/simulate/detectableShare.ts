import { budgetRatio } from '../budget/allowedBad';
import type { BurnPair } from '../burnRate/burnPairs';
import { MIN_BAD_UNITS } from '../burnRate/minBadUnits';
import type { BudgetUnit } from '../objective/ObjectiveDefinition';
import { BURN_WINDOW_SECONDS } from '../status/BurnRates';

/**
 * The smallest share of bad units, 0..1, that burns one of some pairs when it
 * lasts for the whole long window: `factor * (1 - target)`, and enough for the
 * minimum of bad units at a mean rate. Absent where not even an outage does.
 *
 * @param options.unitsPerSecond - mean rate of all units
 */
export function detectableShare(options: {
  pairs: readonly BurnPair[];
  target: number;
  unit: BudgetUnit;
  unitsPerSecond: number;
}): number | undefined {
  const { pairs, target, unit, unitsPerSecond } = options;
  const shares = pairs.map(({ long, factor }) =>
    Math.max(
      factor * budgetRatio(target),
      MIN_BAD_UNITS[unit] / (unitsPerSecond * BURN_WINDOW_SECONDS[long]),
    ),
  );
  const least = Math.min(...shares);
  return least <= 1 ? least : undefined;
}
