/** An alert that began at 14:20 on 2026-11-20. */
export function firingAlert(
  overrides: {
    status?: 'firing' | 'resolved';
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    startsAt?: string;
    endsAt?: string;
    fingerprint?: string;
  } = {},
) {
  const { labels, annotations, ...rest } = overrides;
  return {
    status: 'firing' as const,
    labels: {
      alertname: 'CheckoutErrors',
      service: 'checkout',
      severity: 'critical',
      environment: 'production',
      version: 'v2.31.0',
      ...labels,
    },
    annotations: annotations ?? {
      summary: 'Checkout fails for 12 % of customers',
      runbook_url: 'https://wiki.example.com/checkout',
      dashboard_url: 'https://grafana.example.com/d/checkout',
    },
    startsAt: '2026-11-20T14:20:00.000Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'https://prometheus.example.com/graph?g0',
    fingerprint: '8a07086b74f3ba78',
    ...rest,
  };
}

/** What Alertmanager sends about these alerts. */
export function alertGroup(alerts: unknown[]) {
  return {
    version: '4',
    groupKey: '{}/{service="checkout"}:{alertname="CheckoutErrors"}',
    truncatedAlerts: 0,
    status: 'firing',
    receiver: 'plimsoll',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'http://alertmanager:9093',
    alerts,
  };
}
