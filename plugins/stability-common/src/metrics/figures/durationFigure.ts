import { durationQuantile, type ObservedDuration } from '../durationQuantile';
import { medianInterval } from '../medianInterval';
import type { MetricFigure, MetricPart } from '../MetricFigure';
import type { MetricSample } from '../samples/MetricSample';
import { ENOUGH_SAMPLES, isSilent, type FigureContext } from './FigureContext';
import { trendOf } from './trendOf';

/**
 * The median of durations with its interval, what still goes on counted as
 * longer than seen. Five are needed, and enough of them over that the median
 * is known; until then each one stands for itself.
 */
export function durationFigure(
  context: FigureContext,
): Omit<MetricFigure, 'definition'> {
  const { metric, scope, samples } = context;
  const durations = durationsOf(samples);
  const ended = durations
    .filter(({ isOpen }) => !isOpen)
    .map(({ seconds }) => seconds)
    .sort((a, b) => a - b);
  const censored = durations.length - ended.length;
  const base = {
    metric,
    unit: 'seconds' as const,
    sampleSize: durations.length,
    ...(censored > 0 && { censored }),
    parts: partsOf(samples),
    trend: trendOf(context, inWeek => medianOf(durationsOf(inWeek))),
  };
  if (durations.length === 0) {
    return { ...base, state: isSilent(scope) ? 'no-data' : 'none' };
  }
  const p50 = medianOf(durations);
  const mean = meanOf(ended);
  if (durations.length < ENOUGH_SAMPLES) {
    return { ...base, state: 'too-few', samples: ended };
  }
  if (p50 === undefined) {
    return { ...base, state: 'too-few' };
  }
  const p90 = durationQuantile({ durations, share: 0.9 });
  return {
    ...base,
    state: 'ok',
    value: p50,
    ...(p90 !== undefined && { percentiles: { p50, p90 } }),
    // With some still open the ranks of the others are not known.
    interval: censored === 0 ? medianInterval(ended) : undefined,
    mean: censored === 0 ? mean : undefined,
  };
}

function durationsOf(samples: readonly MetricSample[]): ObservedDuration[] {
  return samples.flatMap(({ counted, seconds, isOpen = false }) =>
    counted && seconds !== undefined ? [{ seconds, isOpen }] : [],
  );
}

function medianOf(durations: readonly ObservedDuration[]): number | undefined {
  return durationQuantile({ durations, share: 0.5 });
}

function meanOf(seconds: readonly number[]): number | undefined {
  return seconds.length === 0
    ? undefined
    : seconds.reduce((sum, value) => sum + value, 0) / seconds.length;
}

/** The median of each stretch, of those samples that have it. */
function partsOf(samples: readonly MetricSample[]): MetricPart[] | undefined {
  const names = [
    ...new Set(samples.flatMap(({ parts = {} }) => Object.keys(parts))),
  ];
  return names.length === 0
    ? undefined
    : names.map(name => {
        const durations = samples.flatMap(({ counted, parts }) => {
          const seconds = counted ? parts?.[name] : undefined;
          return seconds === undefined ? [] : [{ seconds, isOpen: false }];
        });
        return {
          name,
          value: medianOf(durations),
          sampleSize: durations.length,
        };
      });
}
