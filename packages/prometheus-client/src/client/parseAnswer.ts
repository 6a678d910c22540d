import { z } from 'zod';
import type { Series } from './PrometheusApi';
import { parseSampleValue } from './parseSampleValue';

const sampleSchema = z.tuple([z.number(), z.string()]);
const labelsSchema = z.record(z.string(), z.string());

const answerSchema = z.union([
  z.object({
    status: z.literal('success'),
    data: z.union([
      z.object({
        resultType: z.enum(['vector', 'matrix']),
        result: z.array(
          z.object({
            metric: labelsSchema,
            value: z.unknown().optional(),
            values: z.array(z.unknown()).optional(),
            histogram: z.unknown().optional(),
            histograms: z.unknown().optional(),
          }),
        ),
      }),
      z.object({ resultType: z.literal('scalar'), result: sampleSchema }),
    ]),
  }),
  z.object({
    status: z.literal('error'),
    errorType: z.string().optional(),
    error: z.string().optional(),
  }),
]);

/** What a query's answer says: series, or the server's error. */
export type Answer =
  | { kind: 'series'; series: Series[] }
  | { kind: 'error'; errorType: string; message: string };

/**
 * Reads the JSON of `/api/v1/query` or `/api/v1/query_range`; `undefined` when
 * it is no such answer.
 */
export function parseAnswer(body: string): Answer | undefined {
  const parsed = answerSchema.safeParse(parseJson(body));
  if (!parsed.success) {
    return undefined;
  }
  if (parsed.data.status === 'error') {
    const { errorType = 'unknown', error = 'no reason given' } = parsed.data;
    return { kind: 'error', errorType, message: error };
  }
  const { data } = parsed.data;
  if (data.resultType === 'scalar') {
    const points = [pointOf(data.result)];
    return {
      kind: 'series',
      series: [{ labels: {}, points, isHistogram: false }],
    };
  }
  return {
    kind: 'series',
    series: data.result.map(series => ({
      labels: series.metric,
      points: (series.values ?? [series.value]).flatMap(sample =>
        isSample(sample) ? [pointOf(sample)] : [],
      ),
      isHistogram: Boolean(series.histogram ?? series.histograms),
    })),
  };
}

/** JSON that may be anything; `undefined` when it is none. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function pointOf([time, value]: [number, string]): [number, number] {
  return [time, parseSampleValue(value)];
}

/** Checked by hand, since there may be hundreds of thousands. */
function isSample(sample: unknown): sample is [number, string] {
  return (
    Array.isArray(sample) &&
    typeof sample[0] === 'number' &&
    typeof sample[1] === 'string'
  );
}
