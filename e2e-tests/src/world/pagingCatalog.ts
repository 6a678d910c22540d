const QUERY = 'sum(rate(http_requests_total{service="burning"';

/** Errors or all requests of the service, as a document asks for them. */
function metric(matchers: string) {
  return {
    metricSource: {
      type: 'Prometheus',
      spec: { query: `${QUERY}${matchers}}[{{.window}}]))` },
    },
  };
}

/**
 * A team, its service with a runbook, and two promises that are broken: so a
 * link to one of them must not lead to the other.
 */
export function pagingCatalog(options: { runbookUrl: string }): object[] {
  return [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'platform' },
      spec: { type: 'team', children: [] },
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'platform-engineer' },
      spec: { memberOf: ['platform'] },
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'burning',
        annotations: { 'plimsoll.dev/runbook-url': options.runbookUrl },
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'group:default/platform',
      },
    },
    {
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name: 'burning-availability' },
      spec: {
        service: 'burning',
        indicator: {
          metadata: { name: 'burning-availability' },
          spec: {
            ratioMetric: {
              counter: true,
              bad: metric(',code=~"5.."'),
              total: metric(''),
            },
          },
        },
        timeWindow: [{ duration: '30d', isRolling: true }],
        budgetingMethod: 'Occurrences',
        objectives: [
          { displayName: 'Promised to ourselves', target: 0.999 },
          { displayName: 'Promised to customers', target: 0.998 },
        ],
      },
    },
  ];
}
