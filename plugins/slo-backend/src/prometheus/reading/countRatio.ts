import type { MetricQuery, RatioIndicator } from '@plimsoll/plugin-slo-common';
import { wholeDuration, openDuration } from '@plimsoll/prometheus-client';
import {
  counterTemplate,
  countsCounters,
  valueTemplate,
} from '@plimsoll/promql';
import type { Count, Counting } from './Counting';
import type { Fill } from './Expression';
import type { QueryReader } from './QueryReader';

const COUNTER_GRID_SECONDS = 15;

/**
 * Good or bad events out of all events. Counters are read as exact growth;
 * gauges are added up, a sample each scrape.
 */
export function countRatio(
  indicator: RatioIndicator,
  reader: QueryReader,
): Counting {
  const means = indicator.bad ? 'bad' : 'good';
  const portionQuery = indicator.bad ?? indicator.good;
  const portion = count(means, portionQuery);
  const total = count('total', indicator.total);
  if (!portion || !total) {
    throw reader.failure();
  }
  const isSampled = [portion, total].some(({ sampled }) => sampled);
  return {
    means,
    portion,
    total,
    gridSeconds: isSampled
      ? reader.options.scrapeSeconds
      : COUNTER_GRID_SECONDS,
  };

  function count(
    role: 'good' | 'bad' | 'total',
    query: MetricQuery | undefined,
  ): (Count & { sampled: boolean }) | undefined {
    const path = `spec.indicator.spec.ratioMetric.${role}.metricSource.spec`;
    return reader.read(query, path, text => {
      if (indicator.counter || countsCounters(text)) {
        const template = counterTemplate(text, {
          ...reader.options,
          absentIsZero: role === 'bad',
        });
        return {
          template,
          sampled: false,
          text: (fill: Fill) => fill(template),
        };
      }
      const template = valueTemplate(text, reader.options);
      return {
        template,
        sampled: !template.windowed,
        text: (fill: Fill, windowSeconds: number) =>
          template.windowed
            ? fill(template)
            : addedUp(fill(template), windowSeconds, reader),
      };
    });
  }
}

function addedUp(value: string, windowSeconds: number, reader: QueryReader) {
  const range = openDuration(windowSeconds);
  const step = wholeDuration(reader.options.scrapeSeconds);
  return `sum_over_time((${value})[${range}:${step}])`;
}
