import type { MetricTrendPoint } from '../MetricFigure';
import type { MetricSample } from '../samples/MetricSample';
import type { FigureContext } from './FigureContext';
import { samplesByWeek } from './samplesByWeek';

/** One point for each ISO week, from what was counted in it. */
export function trendOf(
  { scope, samples }: FigureContext,
  valueOf: (inWeek: MetricSample[]) => number | undefined,
): MetricTrendPoint[] {
  const byWeek = samplesByWeek(
    scope.weeks,
    samples.filter(sample => sample.counted),
  );
  return scope.weeks.map(({ iso }, index) => ({
    ...iso,
    value: valueOf(byWeek[index]),
    sampleSize: byWeek[index].length,
  }));
}
