import { median } from 'simple-statistics';
import { simultaneousQuantile } from '../statistics/simultaneousQuantile';
import { FLOOR } from './findJumps';
import type { OrdinaryChange } from './ordinaryChange';

/** A mean of differences of logarithms. */
export interface WeighedChange {
  mean: number;
  /** What half of the pairs changed more than, the other half less. */
  middle: number;
  /** 95 % interval, of all that were tried at once. */
  low: number;
  high: number;
  /** Distance from zero in standard errors, and which is beyond chance. */
  strength: number;
  needed: number;
}

/**
 * Mean of paired changes with a 95 % interval by Student's t, for all
 * deployments that were tried at once. Its spread is pooled from the pairs
 * themselves and from how much the same weekdays change in ordinary weeks,
 * weighed by their degrees of freedom.
 */
export function weighChange(options: {
  /** Differences of logarithms, one for each pair. */
  changes: readonly number[];
  /** Weeks between the days of a pair, on average. */
  weeks: number;
  ordinary: OrdinaryChange;
  /** How many are tried. */
  tried: number;
}): WeighedChange {
  const { changes, weeks, ordinary, tried } = options;
  const drift = weeks * ordinary.weekly;
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
  const error = Math.hypot(
    ordinary.unrest * Math.sqrt(Math.max(variance, FLOOR ** 2) / n),
    weeks * ordinary.weeklyError,
    FLOOR,
  );
  const change = mean - drift;
  const needed = simultaneousQuantile({ degrees, tried });
  return {
    mean: change,
    middle: median([...changes]) - drift,
    low: change - needed * error,
    high: change + needed * error,
    strength: Math.abs(change) / error,
    needed,
  };
}
