import type { MetricFigure } from '../MetricFigure';
import { wilsonInterval } from '../wilsonInterval';
import { ENOUGH_SAMPLES, isSilent, type FigureContext } from './FigureContext';
import { trendOf } from './trendOf';

/** A share of deployments with its interval. */
export function ratioFigure(
  context: FigureContext,
): Omit<MetricFigure, 'definition'> {
  const { metric, scope, samples } = context;
  const counted = samples.filter(sample => sample.counted);
  const sampleSize = counted.length;
  const events = counted.filter(({ isEvent }) => isEvent).length;
  const base = { metric, unit: 'ratio' as const, sampleSize };
  const trend = trendOf(context, inWeek =>
    inWeek.length === 0
      ? undefined
      : inWeek.filter(({ isEvent }) => isEvent).length / inWeek.length,
  );
  if (isSilent(scope)) {
    return { ...base, state: 'no-data', trend };
  }
  if (sampleSize < ENOUGH_SAMPLES) {
    return { ...base, state: 'too-few', events, trend };
  }
  const interval = wilsonInterval({ events, sampleSize });
  return events === 0
    ? { ...base, state: 'none', events, interval, trend }
    : {
        ...base,
        state: 'ok',
        value: events / sampleSize,
        events,
        interval,
        trend,
      };
}
