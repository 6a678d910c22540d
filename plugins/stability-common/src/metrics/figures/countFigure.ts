import type { MetricFigure, MetricPart } from '../MetricFigure';
import { durationQuantile } from '../durationQuantile';
import type { MetricSample } from '../samples/MetricSample';
import { isSilent, type FigureContext } from './FigureContext';
import { samplesByWeek } from './samplesByWeek';
import { trendOf } from './trendOf';

const DAY = 86_400_000;

/** How often something new went live, a week. */
export function frequencyFigure(
  context: FigureContext,
): Omit<MetricFigure, 'definition'> {
  const { metric, scope, samples } = context;
  const counted = samples.filter(sample => sample.counted);
  const weeks = (scope.to - scope.from) / (7 * DAY);
  const figure = {
    metric,
    unit: 'per-week' as const,
    sampleSize: counted.length,
    trend: trendOf(context, inWeek => inWeek.length),
  };
  if (isSilent(scope) || weeks <= 0) {
    return { ...figure, state: 'no-data' };
  }
  return {
    ...figure,
    state: counted.length === 0 ? 'none' : 'ok',
    value: counted.length / weeks,
    events: counted.length,
    parts: [gapPart(counted), daysPart(context, counted)],
  };
}

/** How many failures were caught before users met them, out of all. */
export function preventedFigure(
  context: FigureContext,
): Omit<MetricFigure, 'definition'> {
  const { metric, scope, samples } = context;
  const prevented = samples.filter(({ isEvent }) => isEvent).length;
  const figure = {
    metric,
    unit: 'count' as const,
    sampleSize: samples.length,
    trend: trendOf(
      context,
      inWeek => inWeek.filter(({ isEvent }) => isEvent).length,
    ),
  };
  if (isSilent(scope)) {
    return { ...figure, state: 'no-data' };
  }
  return {
    ...figure,
    state: prevented === 0 ? 'none' : 'ok',
    value: prevented,
    events: prevented,
  };
}

/** The usual time between two of them. */
function gapPart(counted: readonly MetricSample[]): MetricPart {
  const times = counted.map(({ at }) => at).sort((a, b) => a - b);
  const durations = times.slice(1).map((at, index) => ({
    seconds: (at - times[index]) / 1000,
    isOpen: false,
  }));
  return {
    name: 'gap',
    value: durationQuantile({ durations, share: 0.5 }),
    sampleSize: durations.length,
  };
}

/** On how many days of a usual whole week there was one. */
function daysPart(
  { scope }: FigureContext,
  counted: readonly MetricSample[],
): MetricPart {
  const whole = samplesByWeek(scope.weeks, counted).filter((_, index) => {
    const { from, to } = scope.weeks[index];
    return to - from === 7 * DAY;
  });
  const days = whole.map(
    inWeek => new Set(inWeek.map(({ at }) => Math.floor(at / DAY))).size,
  );
  return {
    name: 'deployment-days',
    value: durationQuantile({
      durations: days.map(seconds => ({ seconds, isOpen: false })),
      share: 0.5,
    }),
    sampleSize: whole.length,
    unit: 'count',
  };
}
