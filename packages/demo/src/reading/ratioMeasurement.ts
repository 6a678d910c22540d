import type { CounterSeries } from '../world/series';
import { growthBetween } from './growthBetween';
import type { Measurement, Tally } from './Measurement';

const { max, min } = Math;

/** Exactly one of `good` and `bad` is set. */
export interface RatioMeasurementOptions {
  good?: CounterSeries;
  bad?: CounterSeries;
  total: CounterSeries;
}

/**
 * Bad events out of all. A series of bad events that does not exist yet means
 * that there were none; good events and the total have to exist.
 */
export function ratioMeasurement(
  options: RatioMeasurementOptions,
): Measurement {
  const { good, bad, total } = options;

  function occurrences(from: number, to: number): Tally {
    const all = growthBetween(total.growth, from, to);
    const failed = bad
      ? growthBetween(bad.growth, from, to)
      : all - growthBetween(good!.growth, from, to);
    const clamped = min(all, max(0, failed));
    return { bad: clamped, total: all, inconsistent: clamped !== failed };
  }

  return {
    exists: minute => total.exists(minute) && (good?.exists(minute) ?? true),
    occurrences,
    goodRatio(from, to) {
      const tally = occurrences(from, to);
      return tally.total > 0 ? 1 - tally.bad / tally.total : undefined;
    },
  };
}
