import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import {
  baseSeries,
  DEFAULT_RULE_SETTINGS,
  expressionsFingerprint,
  seriesDefinition,
} from '@plimsoll/plugin-slo-common/rules';
import type { PrometheusApi, Series } from '@plimsoll/prometheus-client';

/** Names what the rules of an objective record today. */
export function definitionOf(objective: ObjectiveDefinition): string {
  const series = baseSeries(objective, DEFAULT_RULE_SETTINGS);
  return seriesDefinition({
    key: objective,
    expressions: expressionsFingerprint(series),
  });
}

/** A server as {@link recordedApi} makes it, and what it was asked. */
export interface RecordedApi {
  api: PrometheusApi;
  queries: string[];
  /** Bytes of the longest answer, as a server would write it. */
  longestAnswer(): number;
}

/**
 * A server on which the rules of these definitions run. Everything else that it
 * is asked for has no series.
 *
 * @param options.rate - of a base series, in units a second
 * @param options.fail - throws in place of an answer
 */
export function recordedApi(options: {
  definitions: readonly string[];
  rate?(definition: string, series: 'bad' | 'total'): number | undefined;
  fail?(query: string): void;
}): RecordedApi {
  const { definitions, rate = () => 1 / 3, fail = () => {} } = options;
  const queries: string[] = [];
  let longest = 0;
  const answer = (query: string, times: number[]): Series[] => {
    queries.push(query);
    fail(query);
    const pattern = /definition=~"([^"]+)"/.exec(query)?.[1];
    const base = /slo:sli_(bad|total)/.exec(query)?.[1] as
      | 'bad'
      | 'total'
      | undefined;
    const asked = new RegExp(`^(?:${pattern ?? '(?!)'})$`);
    const series = definitions
      .filter(definition => asked.test(definition))
      .flatMap((definition): Series[] => {
        const isAllBad = () =>
          (rate(definition, 'bad') ?? 0) >= (rate(definition, 'total') ?? 0);
        if (query.includes('max_over_time') && !isAllBad()) {
          return [];
        }
        const value = base ? rate(definition, base) : 1;
        return value === undefined
          ? []
          : [
              {
                labels: { definition },
                points: times.map(time => [time, value] as const),
                isHistogram: false,
              },
            ];
      });
    const [first] = series;
    const bytes = first
      ? JSON.stringify({
          metric: first.labels,
          values: first.points.map(([time, value]) => [time, String(value)]),
        }).length + 1
      : 0;
    longest = Math.max(longest, bytes * series.length);
    return series;
  };
  return {
    queries,
    longestAnswer: () => longest,
    api: {
      query: async ({ query, time }) => answer(query, [time]),
      queryRange: async ({ query, start, end, step }) =>
        answer(
          query,
          Array.from(
            { length: (end - start) / step + 1 },
            (_, index) => start + index * step,
          ),
        ),
      retentionSeconds: async () => undefined,
    },
  };
}
