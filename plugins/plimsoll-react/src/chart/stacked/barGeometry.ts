import { scaleTime } from 'd3-scale';
import type { TimeRange } from '../TimeRange';

/** Narrower charts name their series below. */
const COMPACT_BELOW = 640;
/** Pixels that the names of series need beside the plot. */
const NAMES_ROOM = 150;
/** Share of a bar's time that stays free between it and the next. */
const GAP = 0.18;

interface BarEdges {
  left: number;
  right: number;
}

/** Where stacked bars stand. @internal */
export interface BarGeometry extends BarEdges {
  compact: boolean;
  x(at: Date): number;
  barOf(bar: TimeRange): BarEdges;
  /** Index of the bar at a place; none outside of the plot. */
  barAt(bars: readonly TimeRange[], place: number): number | undefined;
}

/** @internal */
export function barGeometry(options: {
  width: number;
  range: TimeRange;
}): BarGeometry {
  const { width, range } = options;
  const compact = width < COMPACT_BELOW;
  const left = 48;
  const right = Math.max(left + 1, width - (compact ? 4 : NAMES_ROOM));
  const scale = scaleTime([range.from, range.to], [left, right]);
  const x = (at: Date) => scale(at);
  return {
    left,
    right,
    compact,
    x,
    barOf: ({ from, to }) => {
      const gap = ((x(to) - x(from)) * GAP) / 2;
      return { left: x(from) + gap, right: x(to) - gap };
    },
    barAt: (bars, place) => {
      const at = scale.invert(place);
      const index = bars.findIndex(({ from, to }) => from <= at && at < to);
      return index < 0 ? undefined : index;
    },
  };
}
