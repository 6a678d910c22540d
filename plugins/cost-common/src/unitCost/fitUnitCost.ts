import { studentQuantile } from '../statistics/studentQuantile';

/** Days below which fixed and marginal cost are not told apart. */
const FEWEST_DAYS = 14;

/** A day's cost, in units of its currency, and its volume. */
export interface CostPoint {
  cost: number;
  volume: number;
}

/**
 * Tells the cost that moves with the volume from the cost that does not, by
 * least squares over days: cost = fixed + marginal * volume. Nothing where the
 * days do not show it: fewer than 14, a slope that may be zero or below (95 %
 * interval), or a fixed cost below zero by more than chance.
 */
export function fitUnitCost(
  points: readonly CostPoint[],
): { fixed: number; marginal: number } | undefined {
  const n = points.length;
  if (n < FEWEST_DAYS) {
    return undefined;
  }
  const meanVolume = points.reduce((sum, { volume }) => sum + volume, 0) / n;
  const meanCost = points.reduce((sum, { cost }) => sum + cost, 0) / n;
  let squares = 0;
  let products = 0;
  for (const { cost, volume } of points) {
    squares += (volume - meanVolume) ** 2;
    products += (volume - meanVolume) * (cost - meanCost);
  }
  if (squares === 0) {
    return undefined;
  }
  const marginal = products / squares;
  const fixed = meanCost - marginal * meanVolume;
  let residuals = 0;
  for (const { cost, volume } of points) {
    residuals += (cost - fixed - marginal * volume) ** 2;
  }
  const variance = residuals / (n - 2);
  const quantile = studentQuantile(n - 2);
  const slopeError = quantile * Math.sqrt(variance / squares);
  const fixedError =
    quantile * Math.sqrt(variance * (1 / n + meanVolume ** 2 / squares));
  return marginal - slopeError > 0 && fixed + fixedError >= 0
    ? { fixed: Math.max(0, fixed), marginal }
    : undefined;
}
