import { createMockDirectory } from '@backstage/backend-test-utils';
import { CatalogUnderTest } from './__testUtils__/CatalogUnderTest';

const SERVICES = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: checkout }
spec: { type: service, lifecycle: production, owner: payments }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: storefront }
spec: { owner: payments }
`;

const AVAILABILITY = `
apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout-availability
  displayName: Checkout availability
  labels: { team: [payments, platform], note: 'free text', tier: tier-1 }
spec:
  description: 99.9 % of HTTP requests do not end in a 5xx, over 30 days
  service: checkout
  indicatorRef: checkout-requests
  timeWindow:
    - { duration: 30d, isRolling: true }
  budgetingMethod: Occurrences
  objectives:
    - { displayName: Requests served, target: 0.999 }
---
apiVersion: openslo/v1
kind: SLI
metadata: { name: checkout-requests }
spec:
  ratioMetric:
    counter: true
    bad: { metricSource: { spec: { query: 'http_requests_total{code=~"5.."}' } } }
    total: { metricSource: { spec: { query: 'http_requests_total' } } }
`;

const MONTH = `
apiVersion: openslo.com/v1
kind: SLO
metadata: { name: storefront-errors }
spec:
  service: system:default/storefront
  indicator:
    metadata: { name: storefront-errors }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { spec: { query: 'good' } } }
        total: { metricSource: { spec: { query: 'total' } } }
  timeWindow:
    - duration: 1M
      isRolling: false
      calendar: { startTime: 2026-01-01 00:00:00, timeZone: Europe/Warsaw }
  budgetingMethod: Occurrences
  objectives:
    - { displayName: Contract, op: gt, target: 0.995 }
  alertPolicies:
    - alertPolicyRef: fast-burn
`;

const OTHERS = `
apiVersion: openslo/v1
kind: DataSource
metadata: { name: prometheus-main }
spec:
  type: Prometheus
  connectionDetails: { url: 'https://prom.internal', password: hunter2 }
---
apiVersion: openslo/v1
kind: Service
metadata: { name: checkout }
spec: { description: Takes the money }
---
apiVersion: openslo/v1
kind: AlertNotificationTarget
metadata: { name: on-call }
spec: { target: 'https://hooks.example.com/hunter2' }
---
apiVersion: openslo/v1
kind: AlertPolicy
metadata: { name: fast-burn }
spec:
  alertWhenBreaching: true
  conditions:
    - conditionRef: fast-burn-1h
  notificationTargets:
    - kind: AlertNotificationTarget
      metadata: { name: slack }
      spec: { target: 'https://hooks.example.com/hunter2' }
---
apiVersion: openslo/v1
kind: AlertCondition
metadata: { name: fast-burn-1h }
spec:
  severity: page
  condition: { kind: burnrate, op: gte, threshold: 14.4, lookbackWindow: 1h }
`;

describe('the catalog with OpenSLO documents', () => {
  const directory = createMockDirectory();
  let catalog: CatalogUnderTest;

  beforeAll(async () => {
    catalog = await CatalogUnderTest.create({
      directory,
      files: {
        'services.yaml': SERVICES,
        'availability.yaml': AVAILABILITY,
        'month.yaml': MONTH,
        'others.yaml': OTHERS,
      },
    });
  });

  afterAll(async () => {
    await catalog.stop();
  });

  it('holds an SLO with its relations, labels and annotations', async () => {
    const slo = await catalog.entity('slo:default/checkout-availability');
    expect(slo.metadata).toMatchObject({
      title: 'Checkout availability',
      description: '99.9 % of HTTP requests do not end in a 5xx, over 30 days',
      labels: { team: 'payments', tier: 'tier-1' },
      annotations: {
        'plimsoll.dev/openslo-labels':
          '{"team":["payments","platform"],"note":"free text","tier":"tier-1"}',
      },
    });
    expect(slo.metadata.labels).not.toHaveProperty('note');
    expect(slo.relations).toEqual([
      { type: 'measures', targetRef: 'component:default/checkout' },
      { type: 'usesIndicator', targetRef: 'sli:default/checkout-requests' },
    ]);
    expect(slo.status).toBeUndefined();

    const service = await catalog.entity(
      'component:default/checkout',
      entity => entity.relations!.length > 1,
    );
    expect(service.relations).toContainEqual({
      type: 'measuredBy',
      targetRef: 'slo:default/checkout-availability',
    });
    const sli = await catalog.entity(
      'sli:default/checkout-requests',
      entity => entity.relations!.length > 0,
    );
    expect(sli.relations).toEqual([
      { type: 'indicatorOf', targetRef: 'slo:default/checkout-availability' },
    ]);
  });

  it('keeps the local time of a calendar window as it was written', async () => {
    const slo = await catalog.entity('slo:default/storefront-errors');
    expect(slo.spec).toMatchObject({
      timeWindow: [
        {
          duration: '1M',
          isRolling: false,
          calendar: {
            startTime: '2026-01-01 00:00:00',
            timeZone: 'Europe/Warsaw',
          },
        },
      ],
    });
    expect(slo.relations).toContainEqual({
      type: 'measures',
      targetRef: 'system:default/storefront',
    });
    expect(slo.status?.items).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringContaining(
          'spec.alertPolicies has no effect yet',
        ),
      }),
      expect.objectContaining({
        level: 'warning',
        message: expect.stringContaining('spec.objectives[0].op has no effect'),
      }),
    ]);
  });

  it('takes all kinds of a file that is valid elsewhere, but nothing that is secret', async () => {
    for (const ref of [
      'datasource:default/prometheus-main',
      'service:default/checkout',
      'alertnotificationtarget:default/on-call',
    ]) {
      expect(await catalog.entity(ref)).not.toHaveProperty('spec');
    }
    await catalog.entity('alertpolicy:default/fast-burn');
    await catalog.entity('alertcondition:default/fast-burn-1h');
    const everything = JSON.stringify(await catalog.entities());
    expect(everything).toContain('fast-burn-1h');
    expect(everything).not.toMatch(/hunter2|prom\.internal|hooks\.example/);
  });

  it('shows every fault with its path, and keeps what was right before', async () => {
    await catalog.entity('slo:default/checkout-availability');
    catalog.write(
      'availability.yaml',
      AVAILABILITY.replace('target: 0.999', 'target: 99.9')
        .replace('duration: 30d', 'duration: 1m')
        .replace('checkout-requests }', 'checkout-requests, labels: [a] }'),
    );
    const slo = await catalog.entity(
      'slo:default/checkout-availability',
      entity => entity.status !== undefined,
    );
    const [item] = slo.status!.items!;
    expect(item).toMatchObject({
      type: 'backstage.io/catalog-processing',
      level: 'error',
    });
    expect(item.message).toContain(
      'spec.timeWindow[0].duration is in minutes, and a window has at least an hour; did you mean 1M (months)?',
    );
    expect(item.message).toContain(
      'spec.objectives[0].target is 99.9, and a share is below 1; did you mean targetPercent: 99.9?',
    );
    expect(slo.spec).toMatchObject({ objectives: [{ target: 0.999 }] });

    const sli = await catalog.entity(
      'sli:default/checkout-requests',
      entity => entity.status !== undefined,
    );
    expect(sli.status!.items![0].message).toContain(
      'metadata.labels is a list where a mapping belongs',
    );

    catalog.write('availability.yaml', AVAILABILITY);
    await catalog.entity(
      'slo:default/checkout-availability',
      entity => entity.status === undefined,
    );
  });

  it('judges a document for pipelines before it is merged', async () => {
    const verdict = await catalog.validate({
      apiVersion: 'openslo/v1',
      kind: 'SLI',
      metadata: { name: 'new' },
      spec: { ratioMetric: { total: {} } },
    });
    expect(verdict.status).toBe(400);
    expect(JSON.stringify(verdict.body)).toContain(
      'spec.ratioMetric has neither good nor bad',
    );
    expect(JSON.stringify(verdict.body)).toContain(
      'spec.ratioMetric.total.metricSource is missing',
    );
  });

  it('pitfall 15: leaves the built-in kinds to the catalog', async () => {
    const { status, body } = await catalog.validate({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'checkout' },
      spec: { type: 'service' },
    });
    expect(status).toBe(400);
    // The processor that a model source would replace.
    expect(JSON.stringify(body)).toContain('BuiltinKindsEntityProcessor');
  });
});
