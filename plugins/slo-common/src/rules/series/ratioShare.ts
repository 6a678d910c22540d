import {
  counterTemplate,
  countsCounters,
  openDuration,
  renderRate,
  renderTemplate,
  renderValue,
  valueTemplate,
  wholeDuration,
} from '@plimsoll/promql';
import type { MetricQuery, RatioIndicator } from '../../objective/Indicator';
import type { RuleSettings } from '../RuleSettings';
import type { MeasuredShare } from './MeasuredShare';
import { oncePerRange } from './oncePerRange';
import { oneSeries } from './oneSeries';
import { readQuery } from './readQuery';

/** Fewer samples in its range let `rate` guess too much. */
const SAMPLES_OF_RATE = 4;

/** Units a second over a range in seconds. */
type Rate = (rangeSeconds: number) => string;

/**
 * Good or bad events out of all events. A series that is not there yet counts
 * nothing: no bad event, and no good one either, since new pods of a service
 * that fails altogether never expose one, and that is when people are called.
 * (The portal is more careful with numbers that it keeps, and calls the latter
 * not measured.)
 */
export function ratioShare(
  indicator: RatioIndicator,
  settings: RuleSettings,
): MeasuredShare {
  const common = { isCounter: indicator.counter, settings };
  const total = rateOf({ ...common, metric: indicator.total, role: 'total' });
  const part = rateOf(
    indicator.bad
      ? { ...common, metric: indicator.bad, role: 'bad' }
      : { ...common, metric: indicator.good ?? { spec: {} }, role: 'good' },
  );
  const bad = indicator.bad ? badOf(part, total) : badOfGood(part, total);
  return {
    bad,
    total,
    badShare: range => `(${bad(range)}) / (${total(range)} > 0)`,
  };
}

function badOf(bad: Rate, total: Rate): Rate {
  return range => `${bad(range)} or 0 * ${total(range)}`;
}

function badOfGood(good: Rate, total: Rate): Rate {
  return range =>
    `clamp_min(${total(range)} - (${good(range)} or 0 * ${total(range)}), 0)`;
}

function rateOf(options: {
  metric: MetricQuery;
  role: 'good' | 'bad' | 'total';
  isCounter: boolean;
  settings: RuleSettings;
}): Rate {
  const { metric, role, isCounter, settings } = options;
  const rate = readQuery({
    metric,
    path: `ratioMetric.${role}`,
    make: query =>
      isCounter || countsCounters(query)
        ? counted(query, role, settings)
        : sampled(query, settings),
  });
  return oncePerRange(range => oneSeries(rate(range), { by: 'sum' }));
}

/**
 * `rate` needs a few samples to extrapolate from. In a shorter range the growth
 * is taken exactly, as the ledger takes it.
 */
function counted(
  query: string,
  role: 'good' | 'bad' | 'total',
  { scrapeSeconds, enforcedMatchers }: RuleSettings,
): Rate {
  const template = counterTemplate(query, {
    enforcedMatchers,
    absentIsZero: role === 'bad',
  });
  return rangeSeconds => {
    if (rangeSeconds >= SAMPLES_OF_RATE * scrapeSeconds) {
      return renderRate(template, { rangeSeconds });
    }
    const growth = renderTemplate(template, {
      windowSeconds: rangeSeconds,
      scrapeSeconds,
      careful: true,
    });
    return `(${growth}) / ${rangeSeconds}`;
  };
}

/** Gauges: each sample counts once. */
function sampled(
  query: string,
  { scrapeSeconds, enforcedMatchers }: RuleSettings,
): Rate {
  const template = valueTemplate(query, { enforcedMatchers });
  return rangeSeconds => {
    const value = renderValue(template, { rangeSeconds });
    if (template.windowed) {
      return `(${value}) / ${rangeSeconds}`;
    }
    const range = openDuration(rangeSeconds);
    const step = wholeDuration(scrapeSeconds);
    return `sum_over_time((${value})[${range}:${step}]) / ${rangeSeconds}`;
  };
}
