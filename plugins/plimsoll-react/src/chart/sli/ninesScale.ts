import { scaleLog } from 'd3-scale';
import { isKnown } from '../lastKnown';
import { PLOT_TOP } from '../plotGeometry';
import type { TimePoint } from '../TimeRange';

/** Everything good is drawn here, a step above the best value on the axis. */
const PERFECT_ROOM = 16;

/**
 * An axis of nines: each line is ten times fewer bad units, and 100 % lies a
 * step above the last. A linear axis from zero would show a flat line, a cut
 * one would lie about it.
 *
 * @internal
 */
export function ninesScale(options: {
  points: readonly TimePoint[];
  /** 0..1; the axis always shows it. */
  target: number;
  /** Pixels of the lower end. */
  bottom: number;
}): { y(ratio: number): number; ticks: number[] } {
  const { points, target, bottom } = options;
  const bad = points
    .filter(isKnown)
    .map(({ value }) => 1 - value)
    .filter(share => share > 0);
  // Exponents of ten; the tiny shift keeps 0.0010000000000000009 at -3.
  const highest = Math.min(
    0,
    Math.ceil(Math.log10(Math.max(...bad, 1 - target)) - 1e-9),
  );
  const lowest = Math.max(
    -6,
    Math.min(
      highest - 1,
      Math.floor(Math.log10(Math.min(...bad, (1 - target) / 10)) + 1e-9),
    ),
  );
  const top = PLOT_TOP + PERFECT_ROOM;
  const scale = scaleLog([10 ** highest, 10 ** lowest], [bottom, top]);

  const exponents = Array.from(
    { length: highest - lowest + 1 },
    (_, index) => highest - index,
  );
  return {
    y: ratio => {
      const share = 1 - ratio;
      return share <= 0 ? PLOT_TOP : scale(Math.max(share, 10 ** lowest));
    },
    ticks: [...exponents.map(exponent => 1 - 10 ** exponent), 1],
  };
}
