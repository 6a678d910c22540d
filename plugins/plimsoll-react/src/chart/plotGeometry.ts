import { scaleTime, type ScaleTime } from 'd3-scale';
import type { TimeRange } from './TimeRange';

/**
 * Where a chart draws. All charts of a page share it, so that one instant
 * stands at one place in all of them.
 *
 * @public
 */
export interface PlotGeometry {
  /** Pixels of the axis' ends. */
  left: number;
  right: number;
  /** Pixels from the instant; beyond the range it runs on. */
  x: ScaleTime<number, number>;
  /** Too narrow for long labels. */
  compact: boolean;
}

/** Room above the plot, so that the highest label is not cut. */
export const PLOT_TOP = 10;

/** @internal */
export function plotGeometry(options: {
  width: number;
  range: TimeRange;
}): PlotGeometry {
  const { width, range } = options;
  const compact = width < 480;
  const left = compact ? 54 : 56;
  const right = Math.max(left + 1, width - (compact ? 60 : 96));
  return {
    left,
    right,
    x: scaleTime([range.from, range.to], [left, right]),
    compact,
  };
}
