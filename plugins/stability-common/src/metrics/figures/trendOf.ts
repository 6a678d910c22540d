import { isoOf } from '../../time/instant';
import type { MetricTrendPoint } from '../MetricFigure';
import type { MetricSample } from '../samples/MetricSample';
import { weeksOf } from '../weeksOf';
import type { FigureContext } from './FigureContext';

/** One point for each ISO week, from what was counted in it. */
export function trendOf(
  { scope, samples }: FigureContext,
  valueOf: (inWeek: MetricSample[]) => number | undefined,
): MetricTrendPoint[] {
  const counted = samples.filter(sample => sample.counted);
  return weeksOf(scope).map(({ from, to }) => {
    const inWeek = counted.filter(({ at }) => at >= from && at < to);
    return {
      from: isoOf(from),
      to: isoOf(to),
      value: valueOf(inWeek),
      sampleSize: inWeek.length,
    };
  });
}
