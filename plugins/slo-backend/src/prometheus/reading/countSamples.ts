import type {
  MetricQuery,
  RawIndicator,
  ThresholdIndicator,
  ThresholdOperator,
} from '@plimsoll/plugin-slo-common';
import { openDuration, wholeDuration } from '@plimsoll/prometheus-client';
import { valueTemplate } from '@plimsoll/promql';
import type { Count, Counting } from './Counting';
import type { QueryReader } from './QueryReader';

const WINDOW_SECONDS = 300;
const SAMPLES_PER_WINDOW = 4;

const BROKEN_BY: Record<ThresholdOperator, string> = {
  lt: '>=',
  lte: '>',
  gt: '<=',
  gte: '<',
};

/**
 * Samples that are numbers. `unit` is 1 for a number, 0 for NaN and the
 * infinities, and absent where there is no sample.
 */
const FINITE = {
  portion: (value: string) => `${value} > -Inf < +Inf`,
  unit: (value: string) => `${value} * 0 == bool 0`,
};

/**
 * Samples that may be ratios. Where slices are counted in the source nobody
 * sees the values, and percent in place of ratios would pass as perfect.
 */
const PLAUSIBLE_RATIO = {
  portion: (value: string) => `${value} >= -0.5 <= 1.5`,
  unit: (value: string) => `abs(${value} - 0.5) <= bool 1`,
};

/** What counting samples depends on. */
export interface SampleCountingOptions {
  /** Length of a time slice, where the objective has slices. */
  sliceSeconds?: number;
}

/**
 * A ratio that somebody else computed: one unit is one sample at the scrape
 * step, good or bad to the degree that the ratio says.
 */
export function countRaw(
  indicator: RawIndicator,
  reader: QueryReader,
  options: SampleCountingOptions,
): Counting {
  return {
    ...countSamples({
      source: indicator.raw,
      path: 'spec.indicator.spec.ratioMetric.raw.metricSource.spec',
      reader,
      ...options,
      ...(isCountedInSource(options) ? PLAUSIBLE_RATIO : FINITE),
    }),
    means: indicator.rawType === 'success' ? 'good' : 'bad',
    isRatio: true,
  };
}

/**
 * A value against a threshold: one unit is one sample at the scrape step, bad
 * when it does not keep the threshold.
 */
export function countThreshold(
  indicator: ThresholdIndicator,
  reader: QueryReader,
  options: SampleCountingOptions,
): Counting {
  const { operator, threshold } = indicator;
  return {
    ...countSamples({
      source: indicator.metric,
      path: 'spec.indicator.spec.thresholdMetric.metricSource.spec',
      reader,
      ...options,
      ...FINITE,
      portion: value =>
        `${FINITE.portion(value)} ${BROKEN_BY[operator]} bool ${threshold}`,
    }),
    means: 'bad',
  };
}

function isCountedInSource({ sliceSeconds }: SampleCountingOptions): boolean {
  return sliceSeconds !== undefined && sliceSeconds < WINDOW_SECONDS;
}

function countSamples(options: {
  source: MetricQuery;
  path: string;
  reader: QueryReader;
  sliceSeconds?: number;
  portion(value: string): string;
  unit(value: string): string;
}): Omit<Counting, 'means'> {
  const { source, path, reader, sliceSeconds, portion, unit } = options;
  const { scrapeSeconds } = reader.options;
  const read = reader.read(source, path, query => ({
    template: valueTemplate(query, reader.options),
  }));
  if (!read) {
    throw reader.failure();
  }
  const valueWindow = Math.max(
    sliceSeconds ?? WINDOW_SECONDS,
    SAMPLES_PER_WINDOW * scrapeSeconds,
  );
  const count = (text: (value: string) => string): Count => ({
    ...read,
    text: (fill, windowSeconds) => {
      const value = text(`(${fill(read.template, valueWindow)})`);
      const step = wholeDuration(scrapeSeconds);
      return `sum_over_time((${value})[${openDuration(
        windowSeconds,
      )}:${step}])`;
    },
  });
  return {
    portion: count(portion),
    total: count(unit),
    sampleSeconds: scrapeSeconds,
    gridSeconds: scrapeSeconds,
  };
}
