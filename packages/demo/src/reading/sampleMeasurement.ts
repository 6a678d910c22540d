import { SECONDS_PER_MINUTE } from '../time/constants';
import type { GaugeSeries } from '../world/series';
import type { Measurement } from './Measurement';

export interface SampleMeasurementOptions {
  series: GaugeSeries;
  /** Share of one sample that is bad, 0..1. */
  badness(sample: number): number;
}

/**
 * A gauge, one occurrence a sample. A slice is judged by the mean of its
 * samples.
 */
export function sampleMeasurement(
  options: SampleMeasurementOptions,
): Measurement {
  const { series, badness } = options;
  return {
    exists: series.exists,
    occurrences(from, to) {
      const samples = samplesBetween(series, from, to);
      const bad = samples.reduce((sum, sample) => sum + badness(sample), 0);
      return { bad, total: samples.length, inconsistent: false };
    },
    goodRatio(from, to) {
      const samples = samplesBetween(series, from, to);
      const sum = samples.reduce((all, sample) => all + sample, 0);
      return samples.length > 0 ? 1 - badness(sum / samples.length) : undefined;
    },
  };
}

/** The samples that were scraped in a stretch of Unix seconds. */
function samplesBetween(
  series: GaugeSeries,
  from: number,
  to: number,
): number[] {
  const samples: number[] = [];
  let minute = Math.ceil(from / SECONDS_PER_MINUTE);
  for (; minute * SECONDS_PER_MINUTE < to; minute += 1) {
    samples.push(series.sample(minute));
  }
  return samples;
}
