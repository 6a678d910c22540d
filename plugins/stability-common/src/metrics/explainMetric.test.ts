import {
  exampleDeployment,
  exampleIncident,
} from '../__fixtures__/exampleFacts';
import { explainMetric } from './explainMetric';
import { METRIC_NAMES } from './MetricFigure';
import { metricsOf } from './metricsOf';

const window = {
  from: '2026-11-02T00:00:00Z',
  to: '2026-11-30T00:00:00Z',
  now: '2026-11-30T00:00:00Z',
};

const deployments = [
  exampleDeployment({ live: '11-03 10:00', version: 'clean' }),
  exampleDeployment({
    live: '11-04 10:00',
    version: 'failed',
    verdict: 'failed',
    impactFrom: '2026-11-04T10:00:00Z',
    recoveredAt: '2026-11-04T10:10:00Z',
  }),
  exampleDeployment({
    live: '11-05 10:00',
    version: 'back',
    type: 'rollback',
    verdict: 'rollback',
  }),
  exampleDeployment({
    live: '11-06 10:00',
    version: 'same',
    type: 'redeploy',
    verdict: 'not-counted',
  }),
  exampleDeployment({
    live: '11-07 10:00',
    version: 'caught',
    state: 'aborted',
    verdict: 'prevented',
  }),
  exampleDeployment({
    live: '11-08 10:00',
    version: 'new',
    verdict: 'pending',
  }),
  exampleDeployment({
    live: '11-09 10:00',
    version: 'stopped',
    state: 'canceled',
    verdict: 'not-counted',
  }),
  exampleDeployment({
    live: '11-10 10:00',
    version: 'replaced',
    state: 'superseded',
    verdict: 'not-counted',
  }),
];

const incidents = [
  exampleIncident({ began: '11-04 10:00', label: 'told' }),
  exampleIncident({ began: '11-05 10:00', label: 'presumed', presumed: true }),
  exampleIncident({ began: '11-06 10:00', label: 'merged', merged: true }),
  exampleIncident({ began: '11-07 10:00', label: 'derived', derived: true }),
  exampleIncident({
    began: '11-08 10:00',
    label: 'silent',
    acknowledgedAt: undefined,
  }),
  exampleIncident({
    began: '11-29 23:50',
    label: 'open',
    state: 'acknowledged',
    resolvedAt: undefined,
  }),
];

const options = { deployments, incidents, ...window };

describe('explainMetric', () => {
  it('shows what failed, what was judged, and why the rest was not; newest first', () => {
    const { deployments: rows, readAt } = explainMetric({
      ...options,
      metric: 'change-failure-rate',
    });
    expect(rows.map(row => [row.version, row.counted, row.leftOut])).toEqual([
      ['replaced', false, 'not-live'],
      ['stopped', false, 'canceled'],
      ['new', false, 'pending'],
      ['caught', false, 'prevented'],
      ['same', false, 'redeploy'],
      ['back', false, 'rollback'],
      ['failed', true, undefined],
      ['clean', false, undefined],
    ]);
    expect(readAt).toBe(window.now);
  });

  it('shows what went live for the frequency', () => {
    const { deployments: rows } = explainMetric({
      ...options,
      metric: 'deployment-frequency',
    });
    expect(
      rows.filter(row => row.counted).map(({ version }) => version),
    ).toEqual(['new', 'failed', 'clean']);
    expect(rows[0].leftOut).toBe('not-live');
  });

  it('shows how long each recovery took', () => {
    const { deployments: rows } = explainMetric({
      ...options,
      metric: 'failed-deployment-recovery-time',
    });
    expect(rows).toEqual([
      expect.objectContaining({
        version: 'failed',
        counted: true,
        seconds: 600,
      }),
    ]);
  });

  it('shows a deployment of many changes once, with their median', () => {
    const changes = [100, 300, 200].map(leadSeconds => ({
      sha: `${leadSeconds}`,
      leadSeconds,
    }));
    const { deployments: rows, figure } = explainMetric({
      ...options,
      deployments: [exampleDeployment({ live: '11-03 10:00', changes })],
      metric: 'change-lead-time',
    });
    expect(rows.map(({ seconds }) => seconds)).toEqual([200]);
    expect(figure.sampleSize).toBe(3);
  });

  it('shows incidents with their times, and why some have none', () => {
    const rows = (metric: 'time-to-recover' | 'time-to-acknowledge') =>
      explainMetric({ ...options, metric }).incidents.map(row => [
        row.label,
        row.seconds,
        row.leftOut,
      ]);
    expect(rows('time-to-recover')).toEqual([
      ['open', 600, 'open'],
      ['silent', 600, undefined],
      ['derived', undefined, 'derived'],
      ['merged', undefined, 'merged'],
      ['presumed', undefined, 'presumed'],
      ['told', 600, undefined],
    ]);
    expect(rows('time-to-acknowledge')[1]).toEqual([
      'silent',
      undefined,
      'never-acknowledged',
    ]);
  });

  it('explains the very figures that metricsOf gives', () => {
    const { metrics } = metricsOf(options);
    METRIC_NAMES.forEach((metric, index) => {
      const { figure, formula } = explainMetric({ ...options, metric });
      expect(figure).toEqual(metrics[index]);
      expect(formula.inputs.sampleSize).toBe(figure.sampleSize);
      expect(formula.inputs.days).toBe(28);
    });
  });

  it('gives at most 500 of many', () => {
    const many = Array.from({ length: 501 }, (_, index) =>
      exampleDeployment({
        live: new Date(Date.UTC(2026, 10, 3, 0, index)).toISOString(),
      }),
    );
    const { deployments: rows, figure } = explainMetric({
      ...options,
      deployments: many,
      metric: 'deployment-frequency',
    });
    expect(rows).toHaveLength(500);
    expect(rows[0].id).toBe(many[500].id);
    expect(figure.sampleSize).toBe(501);
  });
});
