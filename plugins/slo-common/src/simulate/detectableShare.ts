import { budgetRatio } from '../budget/allowedBad';
import type { BurnPair } from '../burnRate/burnPairs';
import { BURN_WINDOW_SECONDS } from '../status/BurnRates';

/**
 * The smallest share of bad units, 0..1, that burns one of some pairs when it
 * lasts for the whole long window: `factor * (1 - target)`, and enough for the
 * minimum of bad units at a mean rate. Absent where not even an outage does.
 *
 * @param options.minBad - see `minBadUnits`
 * @param options.unitsPerSecond - mean rate of all units
 */
export function detectableShare(options: {
  pairs: readonly BurnPair[];
  target: number;
  minBad: number;
  unitsPerSecond: number;
}): number | undefined {
  const { pairs, target, minBad, unitsPerSecond } = options;
  const shares = pairs.map(({ long, factor }) =>
    Math.max(
      factor * budgetRatio(target),
      minBad / (unitsPerSecond * BURN_WINDOW_SECONDS[long]),
    ),
  );
  const least = Math.min(...shares);
  return least <= 1 ? least : undefined;
}
