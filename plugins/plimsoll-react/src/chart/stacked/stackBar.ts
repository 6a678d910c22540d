/** A piece of a bar, in the unit of its values. */
export interface BarPiece {
  /** Index of the series. */
  series: number;
  low: number;
  high: number;
}

/**
 * Puts the parts of a bar onto each other: what is above zero upwards from the
 * zero line, what is below it downwards.
 *
 * @internal
 */
export function stackBar(parts: readonly number[]): BarPiece[] {
  let up = 0;
  let down = 0;
  return parts.flatMap((part, series) => {
    if (part > 0) {
      up += part;
      return [{ series, low: up - part, high: up }];
    }
    if (part < 0) {
      down += part;
      return [{ series, low: down, high: down - part }];
    }
    return [];
  });
}
