import { parsePromql, readSelector, type Selector } from '@plimsoll/promql';
import type {
  MetricQuery,
  ObjectiveDefinition,
} from '@plimsoll/plugin-slo-common';
import { type Labels, labelsFor, negated } from './labelsFor';

/** A counter that the queries of an objective read. */
export interface CountedSeries {
  metric: string;
  labels: Labels;
  /** Which units make it grow. */
  counts: 'good' | 'bad' | 'all';
}

/**
 * Counters that a service would expose for an objective: its queries find
 * them, so that a test can say what is good and what is bad.
 *
 * @param options.enforcedMatchers - labels that rules look for besides
 * @returns undefined where queries are more than counters with matchers
 */
export function trafficOf(options: {
  definition: ObjectiveDefinition;
  enforcedMatchers: Readonly<Record<string, string>>;
}): CountedSeries[] | undefined {
  const { indicator } = options.definition;
  if (indicator.kind !== 'ratio' || !indicator.counter) {
    return undefined;
  }
  const kind = indicator.bad ? 'bad' : 'good';
  const part = selectorOf(indicator.bad ?? indicator.good);
  const total = selectorOf(indicator.total);
  if (!part || !total) {
    return undefined;
  }
  const series = seriesOf({ part, total, kind });
  return series?.map(one => ({
    ...one,
    labels: { ...one.labels, ...options.enforcedMatchers },
  }));
}

/** The one selector of a query. */
function selectorOf(
  query: MetricQuery | undefined,
): Required<Selector> | undefined {
  if (typeof query?.spec.query !== 'string') {
    return undefined;
  }
  const { text, root } = parsePromql(query.spec.query);
  const found: Selector[] = [];
  root.cursor().iterate(node => {
    if (node.name === 'VectorSelector') {
      found.push(readSelector(text, node.node));
    }
  });
  const [{ metric, matchers } = { matchers: [] }, ...others] = found;
  return metric !== undefined && !others.length
    ? { metric, matchers }
    : undefined;
}

function seriesOf(options: {
  part: Required<Selector>;
  total: Required<Selector>;
  kind: 'good' | 'bad';
}): CountedSeries[] | undefined {
  const { part, total, kind } = options;
  const isSame = part.metric === total.metric;
  const inPart = labelsFor(
    isSame ? [...total.matchers, ...part.matchers] : part.matchers,
  );
  if (!inPart) {
    return undefined;
  }
  const ofPart: CountedSeries = {
    metric: part.metric,
    labels: inPart,
    counts: kind,
  };
  if (!isSame) {
    const labels = labelsFor(total.matchers);
    return labels && [ofPart, { metric: total.metric, labels, counts: 'all' }];
  }
  for (const matcher of part.matchers) {
    const labels = labelsFor([...total.matchers, negated(matcher)]);
    if (labels) {
      const counts = kind === 'bad' ? 'good' : 'bad';
      return [ofPart, { metric: total.metric, labels, counts }];
    }
  }
  return undefined;
}
