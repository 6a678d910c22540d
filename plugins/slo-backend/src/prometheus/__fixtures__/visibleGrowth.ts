import type { SampledSeries } from './SampledSeries';

/** A series that was gone for longer counts as new. */
const CARRIED_SECONDS = 600;

/**
 * The truth: how many events a server could see in each step, by the Unix
 * second that the step starts at. Growth belongs to the step whose
 * `(start, end]` holds the sample that showed it; the first sample of a new
 * series shows none, since nobody knows what it grew from. Steps without any
 * sample are absent.
 */
export function visibleGrowth(
  series: readonly SampledSeries[],
  stepSeconds: number,
): Map<number, number> {
  const growth = new Map<number, number>();
  for (const { samples } of series) {
    samples.forEach(([time, value], index) => {
      const start = (Math.ceil(time / stepSeconds) - 1) * stepSeconds;
      const [before, last] = samples[index - 1] ?? [-Infinity, 0];
      const isNew = time - before >= CARRIED_SECONDS;
      const grown = value >= last ? value - last : value;
      growth.set(start, (growth.get(start) ?? 0) + (isNew ? 0 : grown));
    });
  }
  return growth;
}
