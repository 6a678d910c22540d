import { DEFINITION_LABEL } from '@plimsoll/plugin-slo-common/rules';
import {
  QueryTooLargeError,
  type LabelMatcher,
  type PrometheusApi,
} from '@plimsoll/prometheus-client';

/** Of one answer: half of what is read at most, since this is an estimate. */
const MAX_ANSWER_BYTES = 5_000_000;
const BYTES_OF_SERIES = 100;
const BYTES_OF_VALUE = 32;
const DIGITS = '0123456789abcdef';
const STEP_SECONDS = 300;
const TIMEOUT_SECONDS = 20;

/** Value by the Unix second it was asked for, by definition. */
export type FleetValues = Map<string, Map<number, number>>;

/**
 * Asks one thing of all objectives: in one query, or in as many as keep each
 * answer below what is read. Definitions are evenly spread over their first
 * digit, by which they are parted.
 *
 * @param options.expected - how many definitions there may be
 * @param options.start - Unix seconds of the first point
 * @param options.end - Unix seconds of the last one, 300 s apart
 * @throws QueryTooLargeError where a sixteenth is too large still
 */
export async function askFleet(options: {
  api: PrometheusApi;
  queryOf(definitions: LabelMatcher): string;
  expected: number;
  start: number;
  end: number;
  onRequest(): void;
}): Promise<FleetValues> {
  const { expected, start, end } = options;
  const points = (end - start) / STEP_SECONDS + 1;
  const bytes = expected * (BYTES_OF_SERIES + points * BYTES_OF_VALUE);
  const wanted = Math.ceil(bytes / MAX_ANSWER_BYTES);
  let parts = [1, 2, 4, 8].find(some => some >= wanted) ?? DIGITS.length;
  for (;;) {
    try {
      return await askInParts(options, parts);
    } catch (error) {
      if (!(error instanceof QueryTooLargeError) || parts === DIGITS.length) {
        throw error;
      }
      parts *= 2;
    }
  }
}

async function askInParts(
  options: Parameters<typeof askFleet>[0],
  parts: number,
): Promise<FleetValues> {
  const { api, queryOf, start, end, onRequest } = options;
  const size = DIGITS.length / parts;
  const values: FleetValues = new Map();
  await Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const digits = DIGITS.slice(part * size, (part + 1) * size);
      const query = queryOf({
        label: DEFINITION_LABEL,
        operator: '=~',
        value: parts === 1 ? '.+' : `[${digits}].*`,
      });
      const request = { query, timeoutSeconds: TIMEOUT_SECONDS };
      onRequest();
      const series =
        start === end
          ? await api.query({ ...request, time: end })
          : await api.queryRange({
              ...request,
              start,
              end,
              step: STEP_SECONDS,
            });
      for (const { labels, points } of series) {
        values.set(
          labels[DEFINITION_LABEL],
          new Map(points.map(([time, value]) => [Math.round(time), value])),
        );
      }
    }),
  );
  return values;
}
