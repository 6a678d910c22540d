import { scaleLog, type ScaleLogarithmic } from 'd3-scale';
import { isKnown } from '../lastKnown';
import { PLOT_TOP } from '../plotGeometry';
import type { TimePoint } from '../TimeRange';

/** The lowest rate that the axis shows; less is drawn on it. */
export const LOWEST_BURN = 0.1;

/**
 * A logarithmic axis in powers of ten that reaches at least from 0.1× to
 * 100×. It has no zero: what burned less than 0.1× lies on its lower end.
 *
 * @internal
 */
export function burnScale(options: {
  points: readonly TimePoint[];
  /** Pixels of the lower end. */
  bottom: number;
}): { y(rate: number): number; ticks: number[] } {
  const { points, bottom } = options;
  const highest = points
    .filter(isKnown)
    .reduce((most, { value }) => Math.max(most, value), 100);
  const top = 10 ** Math.ceil(Math.log10(highest));
  const scale: ScaleLogarithmic<number, number> = scaleLog(
    [LOWEST_BURN, top],
    [bottom, PLOT_TOP],
  );
  const ticks: number[] = [];
  for (let exponent = Math.log10(top); exponent >= -1; exponent--) {
    ticks.push(10 ** exponent);
  }
  return { y: rate => scale(Math.max(LOWEST_BURN, rate)), ticks };
}
