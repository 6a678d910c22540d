/** An SLO of failed requests out of all, with what differs. */
export function sloDocument(
  options: {
    name?: string;
    metadata?: Record<string, unknown>;
    spec?: Record<string, unknown>;
    /** Of the one objective. */
    objective?: Record<string, unknown>;
    window?: string;
  } = {},
): Record<string, unknown> {
  const {
    name = 'checkout',
    metadata,
    spec,
    objective,
    window = '30d',
  } = options;
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name, ...metadata },
    spec: {
      service: 'checkout',
      budgetingMethod: 'Occurrences',
      timeWindow: [{ duration: window, isRolling: true }],
      objectives: [{ displayName: 'Served', target: 0.999, ...objective }],
      indicator: {
        metadata: { name: `${name}-errors` },
        spec: { ratioMetric: failedRequests(name) },
      },
      ...spec,
    },
  };
}

/** Counters of requests of a job: those with a 5xx out of all. */
export function failedRequests(job: string): Record<string, unknown> {
  return {
    counter: true,
    bad: promql(
      `sum(rate(http_requests_total{job="${job}",code=~"5.."}[{{.window}}]))`,
    ),
    total: promql(`sum(rate(http_requests_total{job="${job}"}[{{.window}}]))`),
  };
}

/** A metric of PromQL, as documents write it. */
export function promql(query: string): Record<string, unknown> {
  return { metricSource: { type: 'Prometheus', spec: { query } } };
}
