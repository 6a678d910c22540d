import type { ExplainedQuery } from '@plimsoll/plugin-slo-common';
import type { ServerIncrease } from '@plimsoll/promql';
import type { Expression } from './Expression';
import { BASE_STEP_SECONDS, type Measurement } from './measure';

/**
 * The two queries of an objective for one bucket of five minutes, as they can
 * be pasted into the server's own page. Notes:
 *
 * - `exact-increase`: growth is read without extrapolation
 * - `anchored`: the server takes the differences by itself, resets included
 * - `first-sample-invisible`: the first value of a new series is not growth
 * - `bad-or-zero`: absent bad events count as none
 * - `sample-per-scrape`: one sample at each scrape step is one unit
 * - `slices-from-buckets`: slices are put together from these buckets
 * - `grouped`: asked for many services at once where they share this shape
 */
export function explainMeasurement(
  measurement: Measurement,
  serverIncrease?: ServerIncrease,
): ExplainedQuery[] {
  const { portion, total, means } = measurement;
  const explain = (name: string, expression: Expression, notes: string[]) =>
    explained({
      name,
      text: expression.render({
        windowSeconds: BASE_STEP_SECONDS,
        serverIncrease,
      }),
      notes,
    });
  return [
    explain(means, portion, [
      ...(means === 'bad' && !measurement.sampleSeconds ? ['bad-or-zero'] : []),
      ...notesOf(portion, measurement, serverIncrease),
    ]),
    explain(
      'total',
      total,
      notesOf(total, measurement, serverIncrease).reverse(),
    ),
  ];
}

function explained(query: {
  name: string;
  text: string;
  notes: string[];
}): ExplainedQuery {
  const { name, text, notes } = query;
  return {
    name,
    language: 'promql',
    text: text.trim(),
    note: notes[0],
    notes,
  };
}

function notesOf(
  expression: Expression,
  measurement: Measurement,
  serverIncrease: ServerIncrease | undefined,
): string[] {
  const readsCounters =
    expression.renderResets({ windowSeconds: BASE_STEP_SECONDS }) !== undefined;
  return [
    ...(expression.shapes.length ? ['grouped'] : []),
    ...(measurement.fold ? ['slices-from-buckets'] : []),
    ...(measurement.sampleSeconds ? ['sample-per-scrape'] : []),
    ...(readsCounters && serverIncrease ? [serverIncrease] : []),
    ...(readsCounters ? ['exact-increase', 'first-sample-invisible'] : []),
  ];
}
