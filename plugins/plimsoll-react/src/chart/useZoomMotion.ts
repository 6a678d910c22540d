import { useState, type CSSProperties } from 'react';
import type { PlotGeometry } from './plotGeometry';
import type { TimeRange } from './TimeRange';

/** Ranges whose lengths differ by less have moved on, not been zoomed. */
const SAME_LENGTH = 0.02;

/** How a drawing arrives after a zoom. @internal */
export interface ZoomMotion {
  /** Another one for each zoom, to begin the motion anew. */
  key: number;
  /** Where the drawing begins; absent until the first zoom. */
  style?: CSSProperties;
}

/**
 * Lets a drawing move from where its instants stood before a zoom. Nothing
 * moves on load, nor when the range only moves on with time.
 *
 * @internal
 */
export function useZoomMotion(options: {
  range: TimeRange;
  geometry: PlotGeometry;
}): ZoomMotion {
  const { range, geometry } = options;
  const [shown, setShown] = useState<{ range: TimeRange; motion: ZoomMotion }>({
    range,
    motion: { key: 0 },
  });
  const isSame =
    +shown.range.from === +range.from && +shown.range.to === +range.to;
  if (!isSame) {
    const zoomed = Math.abs(scaleOf(shown.range, range) - 1) >= SAME_LENGTH;
    setShown({
      range,
      motion: zoomed
        ? {
            key: shown.motion.key + 1,
            style: zoomStart({ before: shown.range, range, geometry }),
          }
        : shown.motion,
    });
  }
  return shown.motion;
}

/**
 * What puts each instant of `range` where it stood before.
 *
 * @internal
 */
export function zoomStart(options: {
  before: TimeRange;
  range: TimeRange;
  geometry: Pick<PlotGeometry, 'left' | 'right'>;
}): CSSProperties {
  const { before, range, geometry } = options;
  const { left, right } = geometry;
  const scale = scaleOf(before, range);
  const share = (+range.from - +before.from) / lengthOf(before);
  const shift = left * (1 - scale) + share * (right - left);
  return {
    '--plimsoll-zoom': `translateX(${shift}px) scaleX(${scale})`,
  } as CSSProperties;
}

function scaleOf(before: TimeRange, range: TimeRange): number {
  return lengthOf(range) / lengthOf(before);
}

function lengthOf({ from, to }: TimeRange): number {
  return Math.max(1, +to - +from);
}
