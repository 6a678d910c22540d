import {
  openDuration,
  renderValue,
  valueTemplate,
  wholeDuration,
} from '@plimsoll/promql';
import type {
  MetricQuery,
  RawIndicator,
  ThresholdIndicator,
  ThresholdOperator,
} from '../../objective/Indicator';
import type { RuleSettings } from '../RuleSettings';
import type { MeasuredShare } from './MeasuredShare';
import { oncePerRange } from './oncePerRange';
import { oneSeries } from './oneSeries';
import { readQuery } from './readQuery';

const BROKEN_BY: Record<ThresholdOperator, string> = {
  lt: '>=',
  lte: '>',
  gt: '<=',
  gte: '<',
};

/** A value over less than this many samples is none. */
const SAMPLES_OF_VALUE = 4;
/** Range of the window placeholder of a value, at least. */
const VALUE_RANGE_SECONDS = 300;

/**
 * A ratio that somebody else computed: one unit is one sample at the scrape
 * step, bad to the degree that the ratio says. Percent in place of ratios are
 * no samples.
 */
export function rawShare(
  { raw, rawType }: RawIndicator,
  settings: RuleSettings,
): MeasuredShare {
  return sampleShare({
    metric: raw,
    path: 'ratioMetric.raw',
    settings,
    badOf: value => {
      const ratio = `clamp(${value} >= -0.5 <= 1.5, 0, 1)`;
      return rawType === 'success' ? `1 - ${ratio}` : ratio;
    },
  });
}

/**
 * A value against a threshold: one unit is one sample at the scrape step, bad
 * when it does not keep the threshold. NaN and the infinities are no samples.
 */
export function thresholdShare(
  { metric, operator, threshold }: ThresholdIndicator,
  settings: RuleSettings,
): MeasuredShare {
  return sampleShare({
    metric,
    path: 'thresholdMetric',
    settings,
    badOf: value =>
      `(${value} > -Inf < +Inf) ${BROKEN_BY[operator]} bool ${threshold}`,
  });
}

function sampleShare(options: {
  metric: MetricQuery;
  path: string;
  settings: RuleSettings;
  /** 0 to 1 for each sample that is one. */
  badOf(value: string): string;
}): MeasuredShare {
  const { metric, path, settings, badOf } = options;
  const { scrapeSeconds, enforcedMatchers } = settings;
  const template = readQuery({
    metric,
    path,
    make: query => valueTemplate(query, { enforcedMatchers }),
  });
  const samples = oncePerRange(rangeSeconds => {
    const value = renderValue(template, {
      rangeSeconds: Math.max(
        Math.min(rangeSeconds, VALUE_RANGE_SECONDS),
        SAMPLES_OF_VALUE * scrapeSeconds,
      ),
    });
    const range = openDuration(rangeSeconds);
    const step = wholeDuration(scrapeSeconds);
    return `(${badOf(oneSeries(value, { by: 'avg' }))})[${range}:${step}]`;
  });
  return {
    bad: range => `sum_over_time(${samples(range)}) / ${range}`,
    total: range => `count_over_time(${samples(range)}) / ${range}`,
    badShare: range => `avg_over_time(${samples(range)})`,
  };
}
