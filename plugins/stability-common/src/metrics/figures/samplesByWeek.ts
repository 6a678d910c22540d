import type { MetricSample } from '../samples/MetricSample';
import type { Week } from '../weeksOf';

const WEEK = 7 * 86_400_000;

/**
 * The samples of each week; those that lie in none are left out.
 *
 * @param weeks - as {@link weeksOf} gives them: without a gap, all but the first
 * and the last one whole
 */
export function samplesByWeek(
  weeks: readonly Week[],
  samples: readonly MetricSample[],
): MetricSample[][] {
  const byWeek: MetricSample[][] = weeks.map(() => []);
  const first = weeks[0];
  const last = weeks[weeks.length - 1];
  for (const sample of samples) {
    const { at } = sample;
    if (first && at >= first.from && at < last.to) {
      const since = at - first.to;
      byWeek[since < 0 ? 0 : 1 + Math.floor(since / WEEK)].push(sample);
    }
  }
  return byWeek;
}
