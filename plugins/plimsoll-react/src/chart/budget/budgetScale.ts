import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { isKnown } from '../lastKnown';
import { PLOT_TOP } from '../plotGeometry';
import type { TimePoint } from '../TimeRange';

/**
 * From 100 % down to zero, and below as far as the budget was overspent: the
 * axis is never cut and never stretched.
 *
 * @internal
 */
export function budgetScale(options: {
  points: readonly TimePoint[];
  /** Pixels of the lowest value. */
  bottom: number;
}): { y: ScaleLinear<number, number>; ticks: number[] } {
  const { points, bottom } = options;
  const lowest = points
    .filter(isKnown)
    .reduce((least, { value }) => Math.min(least, value), 0);
  const y = scaleLinear([1, lowest], [PLOT_TOP, bottom]);
  return {
    y,
    ticks: lowest < 0 ? [1, 0, lowest] : [1, 0.5, 0],
  };
}
