import type { LabelMatcher } from '../query/DemoQuery';
import type { EventStream } from '../traffic/EventStream';
import { lateSeries } from './lateSeries';
import type { MetricFamily } from './metricFamilies';
import type { ServiceFacts } from './ServiceFacts';
import type { CounterSeries } from './series';

/** @param matchers - all but the one on `service` */
export interface CounterSeriesOptions {
  family: MetricFamily;
  metric: string;
  matchers: readonly LabelMatcher[];
  stream: EventStream;
  facts: ServiceFacts;
}

/**
 * The counter that a selector picks, summed over all pods.
 *
 * @returns `undefined` where the world exports no such series
 */
export function counterSeries(
  options: CounterSeriesOptions,
): CounterSeries | undefined {
  const { family, metric } = options;
  if (metric === family.counter) {
    return byFailure(options);
  }
  const { histogram } = family;
  if (!histogram || !options.stream.timed) {
    return undefined;
  }
  if (metric === `${histogram.metric}_count`) {
    return options.matchers.length === 0
      ? described(options, minute => options.stream.total(minute))
      : undefined;
  }
  return metric === `${histogram.metric}_bucket`
    ? byDuration(options, histogram.boundsSeconds)
    : undefined;
}

/** All events, the failed ones or the others, by one matcher at most. */
function byFailure(options: CounterSeriesOptions): CounterSeries | undefined {
  const { family, matchers, stream } = options;
  if (matchers.length === 0) {
    return described(options, minute => stream.total(minute));
  }
  const [{ label, operator, value }] = matchers;
  const { failure } = family;
  const plain = operator === '=' || operator === '!=';
  if (
    matchers.length > 1 ||
    label !== failure.label ||
    value !== failure.value ||
    (plain && failure.regexp)
  ) {
    return undefined;
  }
  const failed = (minute: number) => stream.failed(minute);
  if (operator === '!=' || operator === '!~') {
    return described(
      options,
      minute => stream.total(minute) - stream.failed(minute),
    );
  }
  return options.facts.lateFailures
    ? lateSeries(failed)
    : described(options, failed);
}

/** The events up to a bound of the histogram, by exactly one matcher on `le`. */
function byDuration(
  options: CounterSeriesOptions,
  bounds: readonly number[],
): CounterSeries | undefined {
  const { matchers, stream } = options;
  const [matcher] = matchers;
  if (matchers.length !== 1 || matcher.label !== 'le') {
    return undefined;
  }
  if (matcher.operator === '=' && matcher.value === '+Inf') {
    return described(options, minute => stream.total(minute));
  }
  const bound = boundOf(matcher);
  if (bound === undefined || !bounds.includes(bound)) {
    return undefined;
  }
  const slower = stream.slowerThan(bound);
  return described(options, minute => stream.total(minute) - slower(minute));
}

/**
 * Prometheus 3 writes `2.0` where 2 wrote `2`: both are understood, and so is
 * the regular expression `2(\.0)?` that fits both.
 */
function boundOf(matcher: LabelMatcher): number | undefined {
  const { operator, value } = matcher;
  const number = operator === '=~' ? value.replace(/\(\\?\.0\)\?$/, '') : value;
  const known = operator === '=' || operator === '=~';
  return known && /^\d+(\.\d+)?$/.test(number) ? Number(number) : undefined;
}

function described(
  options: CounterSeriesOptions,
  growth: (minute: number) => number,
): CounterSeries {
  return {
    kind: 'counter',
    growth,
    exists: () => true,
    note: options.facts.resets ? 'demo-counter-resets' : undefined,
  };
}
