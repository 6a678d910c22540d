import type { ExplainedQuery } from '@plimsoll/plugin-slo-common';
import type { Expression } from './Expression';
import { BASE_STEP_SECONDS, type Measurement } from './measure';

/**
 * The two queries of an objective for one bucket of five minutes, as they can
 * be pasted into the server's own page. Notes:
 *
 * - `exact-increase`: growth is read without extrapolation
 * - `first-sample-invisible`: the first value of a new series is not growth
 * - `bad-or-zero`: absent bad events count as none
 * - `sample-per-scrape`: one sample at each scrape step is one unit
 * - `slices-from-buckets`: slices are put together from these buckets
 * - `grouped`: asked for many services at once where they share this shape
 */
export function explainMeasurement(measurement: Measurement): ExplainedQuery[] {
  const { portion, total, means } = measurement;
  return [
    explain(means, portion, [
      ...(means === 'bad' && !measurement.sampleSeconds ? ['bad-or-zero'] : []),
      ...notesOf(portion, measurement),
    ]),
    explain('total', total, notesOf(total, measurement).reverse()),
  ];
}

function explain(
  name: string,
  expression: Expression,
  notes: string[],
): ExplainedQuery {
  return {
    name,
    language: 'promql',
    text: expression.render({ windowSeconds: BASE_STEP_SECONDS }).trim(),
    note: notes[0],
    notes,
  };
}

function notesOf(expression: Expression, measurement: Measurement): string[] {
  const readsCounters =
    expression.renderResets({ windowSeconds: BASE_STEP_SECONDS }) !== undefined;
  return [
    ...(expression.shapes.length ? ['grouped'] : []),
    ...(measurement.fold ? ['slices-from-buckets'] : []),
    ...(measurement.sampleSeconds ? ['sample-per-scrape'] : []),
    ...(readsCounters ? ['exact-increase', 'first-sample-invisible'] : []),
  ];
}
