import {
  checkDocuments,
  checkInspection,
  readCheckText,
} from '@plimsoll/plugin-slo-common/doctor';
import { failedRequests, objectiveOf } from '../__testUtils__/objectives';
import { DemoMetricsSource } from './DemoMetricsSource';

/** Saturday, 21 November 2026, 13:00 in Warsaw. */
const NOW = Date.parse('2026-11-21T12:00:00Z') / 1000;
const DAY = 86_400;
const cart = objectiveOf(failedRequests('cart'));

describe('looking behind the queries of the demo world', () => {
  it('finds one series each, and the volume of a day', async () => {
    const source = DemoMetricsSource.create({ now: () => NOW });
    const inspection = await source.inspect({ objective: cart, at: NOW });
    expect(inspection).toMatchObject({
      queries: [
        { role: 'bad', answers: 1 },
        {
          role: 'total',
          answers: 1,
          path: 'spec.indicator.spec.ratioMetric.total.metricSource.spec.query',
          selectors: [{ metric: 'http_requests_total', series: 1 }],
        },
      ],
      retentionSeconds: 60 * DAY,
      unanswered: [],
    });
    const { readings } = await source.readBuckets({
      objectives: [cart],
      from: NOW - DAY,
      to: NOW,
      step: 300,
    });
    const total = readings[0].buckets.reduce((sum, one) => sum + one.total, 0);
    expect(total).toBeGreaterThan(0);
    expect(inspection.unitsPerDay).toBe(total);
  });

  it('lets the doctor warn of a window beyond what it remembers', async () => {
    const [objective] = checkDocuments({
      text: readCheckText(`
apiVersion: openslo/v1
kind: SLO
metadata: { name: cart }
spec:
  service: cart
  indicator:
    metadata: { name: cart }
    spec:
      ratioMetric:
        counter: true
        bad: { metricSource: { spec: { query: 'sum(rate(http_requests_total{service="cart",code=~"5.."}[{{.window}}]))' } } }
        total: { metricSource: { spec: { query: 'sum(rate(http_requests_total{service="cart"}[{{.window}}]))' } } }
  timeWindow: [{ duration: 90d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ displayName: Served, target: 0.999 }]
`),
    }).objectives;
    const source = DemoMetricsSource.create({ now: () => NOW });
    const findings = checkInspection({
      objective,
      inspection: await source.inspect({
        objective: objective.definition,
        at: NOW,
      }),
      at: NOW,
    });
    expect(findings.map(({ check }) => check)).toEqual(['retention']);
  });

  it('does not answer while it acts as if it were down', async () => {
    const source = DemoMetricsSource.create({ isDown: () => true });
    await expect(source.inspect({ objective: cart, at: NOW })).rejects.toThrow(
      /acts as if it were down/,
    );
  });
});
