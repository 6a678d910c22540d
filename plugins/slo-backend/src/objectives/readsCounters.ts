import type { MetricQuery, RatioIndicator } from '@plimsoll/plugin-slo-common';
import { countsCounters } from '@plimsoll/promql';

/**
 * Whether a query of a ratio is read as the growth of counters: the document
 * says `counter: true`, or the query takes the growth itself.
 */
export function readsCounters(
  indicator: RatioIndicator,
  query: MetricQuery | undefined,
): boolean {
  if (!query || indicator.counter) {
    return query !== undefined;
  }
  const text = query.spec.query;
  try {
    return typeof text === 'string' && countsCounters(text);
  } catch {
    // Not every source reads PromQL.
    return false;
  }
}
