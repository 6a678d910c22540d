import { studentQuantile } from '../statistics/studentQuantile';

/** Smallest deviation of a day from its weekday that is believed, ratio. */
export const FLOOR = 0.002;

/** A mean of differences of logarithms. */
export interface WeighedChange {
  mean: number;
  /** 95 % interval. */
  low: number;
  high: number;
  /** Distance from zero in standard errors, and which is beyond chance. */
  strength: number;
  needed: number;
}

/**
 * Mean of paired changes with a 95 % interval by Student's t. Its spread is
 * pooled from the pairs themselves and from how much the same weekdays change
 * in ordinary weeks, weighed by their degrees of freedom.
 */
export function weighChange(options: {
  /** Differences of logarithms, one for each pair. */
  changes: readonly number[];
  ordinary: { deviation: number; samples: number };
}): WeighedChange {
  const { changes, ordinary } = options;
  const n = changes.length;
  const mean = changes.reduce((sum, change) => sum + change, 0) / n;
  const squares = changes.reduce(
    (sum, change) => sum + (change - mean) ** 2,
    0,
  );
  // A median of absolute deviations is worth about 37 % of its sample.
  const worth = Math.floor(0.37 * Math.max(0, ordinary.samples - 1));
  const degrees = n - 1 + worth;
  const variance =
    degrees > 0
      ? (squares + worth * ordinary.deviation ** 2) / degrees
      : Infinity;
  const error = Math.sqrt(Math.max(variance, FLOOR ** 2) / n);
  const needed = studentQuantile(degrees);
  return {
    mean,
    low: mean - needed * error,
    high: mean + needed * error,
    strength: Math.abs(mean) / error,
    needed,
  };
}
