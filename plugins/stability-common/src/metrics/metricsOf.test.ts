import {
  exampleDeployment,
  exampleIncident,
} from '../__fixtures__/exampleFacts';
import { instantIn, later } from '../__fixtures__/instants';
import { METRIC_NAMES, type MetricName } from './MetricFigure';
import { metricsOf } from './metricsOf';
import type { MetricsOptions } from './MetricsOptions';

const window = {
  from: '2026-11-02T00:00:00Z',
  to: '2026-11-30T00:00:00Z',
  now: '2026-11-30T00:00:00Z',
};

function figureOf(metric: MetricName, options: Partial<MetricsOptions>) {
  const { metrics } = metricsOf({
    deployments: [],
    incidents: [],
    ...window,
    ...options,
  });
  return metrics.find(figure => figure.metric === metric)!;
}

/** As many as told, one a day from 3 November. */
function deployments(
  number: number,
  options: Partial<Parameters<typeof exampleDeployment>[0]> = {},
) {
  return Array.from({ length: number }, (_, index) =>
    exampleDeployment({
      live: `11-${String(index + 3).padStart(2, '0')} 10:00`,
      ...options,
    }),
  );
}

describe('metricsOf', () => {
  it('gives all nine, in order, each with its definition', () => {
    const { metrics } = metricsOf({
      deployments: [],
      incidents: [],
      ...window,
    });
    expect(metrics.map(({ metric }) => metric)).toEqual([...METRIC_NAMES]);
    metrics.forEach(({ metric, definition }) =>
      expect(definition).toEqual({ id: metric, version: 1 }),
    );
  });

  it('counts from the first instant up to, not including, the last', () => {
    const at = (live: string) =>
      figureOf('deployment-frequency', {
        deployments: [exampleDeployment({ live })],
      }).sampleSize;
    expect(at('11-01 23:59:59')).toBe(0);
    expect(at('11-02 00:00')).toBe(1);
    expect(at('11-29 23:59:59')).toBe(1);
    expect(at('11-30 00:00')).toBe(0);
  });

  it('counts production, or the environment that is asked for', () => {
    const mixed = [
      exampleDeployment({ live: '11-03 10:00', environment: 'prod-eu' }),
      exampleDeployment({
        live: '11-03 11:00',
        environment: 'staging',
        production: false,
      }),
    ];
    const size = (environment?: string) =>
      figureOf('deployment-frequency', { deployments: mixed, environment })
        .sampleSize;
    expect([
      size(),
      size('production'),
      size('prod-eu'),
      size('staging'),
    ]).toEqual([1, 1, 1, 1]);
    expect(size('prod-us')).toBe(0);
  });

  it('refuses an instant that cannot be read, by name', () => {
    expect(() => figureOf('rework-rate', { from: 'last week' })).toThrow(
      /'from' must be an ISO instant .* 'last week'/,
    );
  });

  it('counts what happened', () => {
    const { counts } = metricsOf({
      ...window,
      deployments: [
        ...deployments(3),
        ...deployments(2, { verdict: 'failed' }),
        ...deployments(1, { verdict: 'pending' }),
        ...deployments(1, { verdict: 'prevented', state: 'aborted' }),
        ...deployments(2, { verdict: 'rollback', type: 'rollback' }),
        ...deployments(4, { verdict: 'not-counted', type: 'redeploy' }),
      ],
      incidents: [
        exampleIncident({ began: '11-03 10:00' }),
        exampleIncident({
          began: '10-03 10:00',
          state: 'triggered',
          resolvedAt: undefined,
        }),
        exampleIncident({ began: '11-03 10:00', derived: true }),
        exampleIncident({ began: '11-03 10:00', merged: true }),
      ],
    });
    expect(counts).toEqual({
      deployments: 6,
      failed: 2,
      pending: 1,
      prevented: 1,
      rollbacks: 2,
      incidents: 1,
      openIncidents: 1,
    });
  });
});

describe('change failure rate', () => {
  it('is failed of failed and clean; the rest is left out', () => {
    const figure = figureOf('change-failure-rate', {
      deployments: [
        ...deployments(8),
        ...deployments(2, { verdict: 'failed' }),
        ...deployments(3, { verdict: 'pending' }),
        ...deployments(1, { verdict: 'prevented', state: 'aborted' }),
        ...deployments(2, { verdict: 'rollback', type: 'rollback' }),
        ...deployments(2, { verdict: 'not-counted', type: 'redeploy' }),
      ],
      targets: { 'change-failure-rate': 0.2 },
    });
    expect(figure).toMatchObject({
      state: 'ok',
      unit: 'ratio',
      value: 0.2,
      events: 2,
      sampleSize: 10,
      pending: 3,
      target: { value: 0.2, met: true },
    });
    expect(figure.interval?.high).toBeCloseTo(0.51, 2);
  });

  it('has no value under five, and meets no target then', () => {
    const figure = figureOf('change-failure-rate', {
      deployments: deployments(4, { verdict: 'failed' }),
      targets: { 'change-failure-rate': 0.08 },
    });
    expect(figure).toMatchObject({
      state: 'too-few',
      events: 4,
      sampleSize: 4,
    });
    expect(figure.value).toBeUndefined();
    expect(figure.interval).toBeUndefined();
    expect(figure.target).toEqual({ value: 0.08 });
  });

  it('is none, not 0 %, when nothing failed, with its upper bound', () => {
    const figure = figureOf('change-failure-rate', {
      deployments: deployments(27),
      targets: { 'change-failure-rate': 0.08 },
    });
    expect(figure.state).toBe('none');
    expect(figure.value).toBeUndefined();
    expect(figure.interval?.high).toBeCloseTo(0.1246, 4);
    expect(figure.target?.met).toBe(true);
  });

  it('misses its target just above it', () => {
    const figure = figureOf('change-failure-rate', {
      deployments: [
        ...deployments(9),
        ...deployments(1, { verdict: 'failed' }),
      ],
      targets: { 'change-failure-rate': 0.099 },
    });
    expect(figure.target?.met).toBe(false);
  });

  it('has a line by weeks, empty where nothing was judged', () => {
    const { trend } = figureOf('change-failure-rate', {
      deployments: [
        exampleDeployment({ live: '11-03 10:00' }),
        exampleDeployment({ live: '11-04 10:00', verdict: 'failed' }),
        exampleDeployment({ live: '11-17 10:00' }),
      ],
    });
    expect(trend.map(({ value, sampleSize }) => [value, sampleSize])).toEqual([
      [0.5, 2],
      [undefined, 0],
      [0, 1],
      [undefined, 0],
    ]);
  });
});

describe('deployment frequency', () => {
  it('is a week, over the whole window, up to now', () => {
    const many = deployments(8);
    expect(figureOf('deployment-frequency', { deployments: many }).value).toBe(
      2,
    );
    const young = figureOf('deployment-frequency', {
      deployments: many,
      now: '2026-11-16T00:00:00Z',
    });
    expect(young.value).toBe(4);
    expect(young.trend).toHaveLength(2);
  });

  it('says the usual gap and the usual days of a whole week', () => {
    const { parts } = figureOf('deployment-frequency', {
      deployments: [
        exampleDeployment({ live: '11-03 10:00' }),
        exampleDeployment({ live: '11-03 12:00' }),
        exampleDeployment({ live: '11-03 16:00' }),
        exampleDeployment({ live: '11-09 10:00' }),
        exampleDeployment({ live: '11-17 10:00' }),
      ],
    });
    expect(parts).toEqual([
      // 2 h, 4 h, 138 h and 192 h
      { name: 'gap', value: 71 * 3600, sampleSize: 4 },
      { name: 'deployment-days', value: 1, sampleSize: 4, unit: 'count' },
    ]);
  });

  it('is a true zero when only other things happened', () => {
    const figure = figureOf('deployment-frequency', {
      deployments: deployments(1, { type: 'rollback', verdict: 'rollback' }),
      targets: { 'deployment-frequency': 1 },
    });
    expect(figure).toMatchObject({ state: 'none', value: 0 });
    expect(figure.target?.met).toBe(false);
  });

  it('meets a target from below', () => {
    const figure = figureOf('deployment-frequency', {
      deployments: deployments(8),
      targets: { 'deployment-frequency': 2 },
    });
    expect(figure.target?.met).toBe(true);
  });
});

describe('rework rate', () => {
  it('is what was not planned, of all that went live', () => {
    const figure = figureOf('rework-rate', {
      deployments: [
        ...deployments(7),
        ...deployments(1, { unplanned: true }),
        ...deployments(2, {
          type: 'rollback',
          verdict: 'rollback',
          unplanned: true,
        }),
        ...deployments(1, { state: 'failed', verdict: 'failed' }),
        ...deployments(1, {
          type: 'rollback',
          state: 'failed',
          verdict: 'rollback',
          unplanned: true,
        }),
      ],
    });
    expect(figure).toMatchObject({ value: 0.3, events: 3, sampleSize: 10 });
  });
});

describe('change lead time', () => {
  const withChanges = (...seconds: number[]) =>
    seconds.map(leadSeconds =>
      exampleDeployment({
        live: '11-03 10:00',
        changes: [
          {
            sha: `${leadSeconds}`,
            leadSeconds,
            basis: 'commit',
            committedAt: later(instantIn('11-03 10:00'), -leadSeconds),
            mergedAt: later(instantIn('11-03 10:00'), -100),
          },
        ],
      }),
    );

  it('is the median of changes with its interval and its ninth tenth', () => {
    const figure = figureOf('change-lead-time', {
      deployments: withChanges(300, 400, 500, 600, 700, 10_000),
    });
    expect(figure).toMatchObject({
      state: 'ok',
      unit: 'seconds',
      value: 550,
      sampleSize: 6,
      percentiles: { p50: 550, p90: 10_000 },
      interval: { low: 300, high: 10_000, method: 'order-statistics' },
      mean: 12_500 / 6,
      basis: 'commit',
    });
    expect(figure.parts).toEqual([
      { name: 'commit-to-merge', value: 450, sampleSize: 6 },
      { name: 'merge-to-start', value: 40, sampleSize: 6 },
      { name: 'start-to-live', value: 60, sampleSize: 6 },
    ]);
  });

  it('shows each of a few, ascending', () => {
    const figure = figureOf('change-lead-time', {
      deployments: withChanges(300, 100, 200),
    });
    expect(figure).toMatchObject({
      state: 'too-few',
      samples: [100, 200, 300],
    });
    expect(figure.value).toBeUndefined();
  });

  it('is none when nothing with a time was shipped', () => {
    const figure = figureOf('change-lead-time', {
      deployments: deployments(9),
    });
    expect(figure.state).toBe('none');
    expect(figure.value).toBeUndefined();
  });
});

describe('failed deployment recovery time', () => {
  const failing = (...minutes: Array<number | undefined>) =>
    minutes.map((taken, index) => {
      const live = instantIn(`11-1${index} 10:00`);
      return exampleDeployment({
        live,
        verdict: 'failed',
        impactFrom: live,
        detectedAt: later(live, 60),
        recoveredAt: taken === undefined ? undefined : later(live, taken * 60),
      });
    });

  it('counts what goes on as longer than seen', () => {
    const closed = failing(10, 20, 30, 40, 50);
    const open = failing(10, 20, 30, undefined, undefined);
    const metric = 'failed-deployment-recovery-time';
    expect(figureOf(metric, { deployments: closed })).toMatchObject({
      value: 1800,
      percentiles: { p50: 1800 },
    });
    const figure = figureOf(metric, { deployments: open });
    expect(figure).toMatchObject({ state: 'ok', value: 1800, censored: 2 });
    expect(figure.percentiles).toBeUndefined();
    expect(figure.interval).toBeUndefined();
    expect(figure.mean).toBeUndefined();
  });

  it('knows no median while most of them go on', () => {
    const figure = figureOf('failed-deployment-recovery-time', {
      deployments: failing(10, 20, undefined, undefined, undefined),
    });
    expect(figure).toMatchObject({
      state: 'too-few',
      censored: 3,
      sampleSize: 5,
    });
    expect(figure.value).toBeUndefined();
  });

  it('says how long detection took, and recovery from then on', () => {
    const { parts } = figureOf('failed-deployment-recovery-time', {
      deployments: failing(10, 20, 30),
    });
    expect(parts).toEqual([
      { name: 'detection', value: 60, sampleSize: 3 },
      { name: 'from-detection', value: 1140, sampleSize: 3 },
    ]);
  });
});

describe('rollback time', () => {
  const failed = exampleDeployment({
    live: '11-10 10:00',
    verdict: 'failed',
    detectedAt: instantIn('11-10 10:04'),
  });
  const rollback = (
    options: Partial<Parameters<typeof exampleDeployment>[0]>,
  ) =>
    exampleDeployment({
      live: '11-10 10:09',
      type: 'rollback',
      verdict: 'rollback',
      startedAt: instantIn('11-10 10:07'),
      remediates: failed.id,
      ...options,
    });
  const figure = (options: Partial<Parameters<typeof exampleDeployment>[0]>) =>
    figureOf('rollback-time', { deployments: [failed, rollback(options)] });

  it('is its execution; the decision counts from when it was noticed', () => {
    expect(figure({}).samples).toEqual([120]);
    expect(figure({}).parts?.map(({ name, value }) => [name, value])).toEqual([
      ['decision', 180],
      ['execution', 120],
      ['total', 540],
    ]);
  });

  it('goes on while it goes on, and a failed one does not count', () => {
    expect(
      figure({ state: 'in-progress', finishedAt: undefined }),
    ).toMatchObject({ censored: 1, samples: [], sampleSize: 1 });
    expect(figure({ state: 'failed' })).toMatchObject({
      state: 'none',
      sampleSize: 0,
    });
  });

  it('has no decision when what it answers is not known', () => {
    const [decision, execution] = figure({ remediates: 'gone' }).parts ?? [];
    expect(decision).toMatchObject({ name: 'decision', sampleSize: 0 });
    expect(execution.value).toBe(120);
  });
});

describe('incidents', () => {
  it('are acknowledged and over after a time; what is not told is left out', () => {
    const incidents = [
      exampleIncident({ began: '11-10 10:00' }),
      exampleIncident({ began: '11-10 11:00', acknowledgedAt: undefined }),
      exampleIncident({ began: '11-10 12:00', presumed: true }),
      exampleIncident({ began: '11-10 13:00', merged: true }),
      exampleIncident({ began: '11-10 14:00', derived: true }),
      exampleIncident({ began: '11-10 15:00', production: false }),
      exampleIncident({
        began: '11-10 16:00',
        state: 'triggered',
        acknowledgedAt: undefined,
        resolvedAt: undefined,
      }),
    ];
    expect(figureOf('time-to-acknowledge', { incidents })).toMatchObject({
      samples: [60, 60],
      sampleSize: 3,
      censored: 1,
    });
    expect(figureOf('time-to-recover', { incidents })).toMatchObject({
      samples: [600, 600],
      sampleSize: 3,
      censored: 1,
    });
  });
});

describe('prevented failures', () => {
  it('are counted beside those that were not', () => {
    const figure = figureOf('prevented-failures', {
      deployments: [
        ...deployments(2, { verdict: 'prevented', state: 'aborted' }),
        ...deployments(1, { verdict: 'failed' }),
        ...deployments(5),
      ],
    });
    expect(figure).toMatchObject({
      state: 'ok',
      unit: 'count',
      value: 2,
      sampleSize: 3,
    });
  });

  it('are none when nothing was caught', () => {
    expect(
      figureOf('prevented-failures', { deployments: deployments(5) }),
    ).toMatchObject({ state: 'none', value: 0 });
  });
});

describe('many services', () => {
  it('are taken together, never averaged', () => {
    const busy = deployments(20);
    const quiet = deployments(5, {
      entityRef: 'component:default/cart',
      verdict: 'failed',
    });
    expect(
      figureOf('change-failure-rate', { deployments: [...busy, ...quiet] })
        .value,
    ).toBe(0.2);
  });

  it('ship a change of one pipeline once, as long as the slowest took', () => {
    const of = (entityRef: string, leadSeconds: number) =>
      exampleDeployment({
        live: '11-10 10:00',
        entityRef,
        batchId: 'pipeline:1',
        changes: [{ sha: 'a', leadSeconds, basis: 'commit' }],
      });
    const figure = figureOf('change-lead-time', {
      deployments: [
        of('component:default/a', 60),
        of('component:default/b', 90),
      ],
    });
    expect(figure.samples).toEqual([90]);
  });

  it('recover from one failed pipeline once, when the last of them did', () => {
    const of = (entityRef: string, minutes?: number) =>
      exampleDeployment({
        live: '11-10 10:00',
        entityRef,
        batchId: 'pipeline:1',
        verdict: 'failed',
        impactFrom: instantIn('11-10 10:00'),
        recoveredAt:
          minutes === undefined ? undefined : instantIn(`11-10 10:${minutes}`),
      });
    const metric = 'failed-deployment-recovery-time';
    const [a, b, c] = [of('a', 10), of('b', 30), of('c')];
    expect(figureOf(metric, { deployments: [b, a] }).samples).toEqual([1800]);
    expect(figureOf(metric, { deployments: [a, c] })).toMatchObject({
      censored: 1,
      sampleSize: 1,
    });
  });

  it('keep two deployments of one service apart, be it in one batch', () => {
    const twice = deployments(2, { batchId: 'pipeline:1' });
    expect(
      figureOf('deployment-frequency', { deployments: twice }).sampleSize,
    ).toBe(2);
  });
});
