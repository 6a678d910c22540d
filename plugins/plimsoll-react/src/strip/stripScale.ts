/** The axis of a strip, in the unit of its values. @public */
export interface StripScale {
  /** Where the axis begins; 0, or above 0 when it is logarithmic. */
  min: number;
  max: number;
  logarithmic?: boolean;
}

/**
 * Where a value stands on a strip, in percent of its length. What lies beyond
 * an end stands at that end.
 *
 * @public
 */
export function stripPosition(value: number, scale: StripScale): number {
  const { min, max, logarithmic = false } = scale;
  const place = logarithmic
    ? (Math.log(Math.max(value, min)) - Math.log(min)) /
      (Math.log(max) - Math.log(min))
    : (value - min) / (max - min);
  return Math.min(1, Math.max(0, place)) * 100;
}

/** Share of a linear axis that stays free beyond its largest value. */
const ROOM = 1.25;

/**
 * A linear axis from zero on which the largest value has room and a target
 * stands near the middle.
 *
 * @public
 */
export function linearScale(options: {
  values: readonly number[];
  target?: number;
}): StripScale {
  const { values, target = 0 } = options;
  const largest = Math.max(...values.map(value => value * ROOM), target * 2);
  return { min: 0, max: largest > 0 ? largest : 1 };
}

/**
 * A logarithmic axis for durations that differ by orders of magnitude.
 *
 * @param options - `values` and `target` in seconds
 * @public
 */
export function logarithmicScale(options: {
  values: readonly number[];
  target?: number;
}): StripScale {
  const known = [...options.values, options.target].filter(
    (value): value is number => value !== undefined && value > 0,
  );
  return {
    min: Math.min(60, ...known.map(value => value / 2)),
    max: Math.max(3_600, ...known.map(value => value * 2.5)),
    logarithmic: true,
  };
}
