import { scaleLinear } from 'd3-scale';
import { PLOT_TOP } from '../plotGeometry';
import type { StackedBar } from './StackedBar';
import { stackBar } from './stackBar';

/** Ticks that a chart of this height has room for. */
const TICKS = 4;

/**
 * The value axis of stacked bars: from zero, or from below it where something
 * comes back, to a round value above the highest bar.
 *
 * @param options - `bottom` in pixels from the top
 * @internal
 */
export function barScale(options: {
  bars: readonly StackedBar[];
  bottom: number;
}): { y(value: number): number; ticks: number[] } {
  const { bars, bottom } = options;
  const ends = bars.flatMap(({ parts, expected = 0 }) => [
    expected,
    ...stackBar(parts).flatMap(({ low, high }) => [low, high]),
  ]);
  const highest = Math.max(0, ...ends);
  const lowest = Math.min(0, ...ends);
  const [, top] = scaleLinear()
    .domain([0, highest > 0 ? highest : 1])
    .nice(TICKS)
    .domain();
  // Not rounded below zero: a small refund must not take a third of the plot.
  const scale = scaleLinear([lowest, top], [bottom, PLOT_TOP]);
  return { y: value => scale(value), ticks: scale.ticks(TICKS) };
}
