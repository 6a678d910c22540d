import type {
  MetricFigure,
  MetricName,
  MetricTrendPoint,
  StabilityMetrics,
} from '@plimsoll/plugin-stability-common';
import { CHECKOUT, NOW } from './checkoutEntity';

const FROM = '2026-08-21T09:23:24.000Z';
const WEEK = 7 * 86_400_000;
const FIRST_MONDAY = Date.parse('2026-08-24T00:00:00.000Z');
const COUNTS = [3, 4, 3, 5, 6, 5, 5, 5, 5, 4, 6, 5, 5, 3];

/** Weeks of the range, the first and the last one cut to it. */
function trend(valueOf: (index: number) => number | undefined) {
  return COUNTS.map((count, index): MetricTrendPoint => {
    const start = FIRST_MONDAY + (index - 1) * WEEK;
    return {
      from: new Date(Math.max(Date.parse(FROM), start)).toISOString(),
      to: new Date(Math.min(Date.parse(NOW), start + WEEK)).toISOString(),
      value: valueOf(index),
      sampleSize: count,
    };
  });
}

/** A figure about nothing; what is told replaces it. */
export function figure(
  metric: MetricName,
  overrides: Partial<MetricFigure>,
): MetricFigure {
  return {
    metric,
    state: 'ok',
    unit: 'seconds',
    sampleSize: 0,
    trend: [],
    definition: { id: metric, version: 1 },
    ...overrides,
  };
}

/** The figures of picture 05. */
export const checkoutFigures: MetricFigure[] = [
  figure('deployment-frequency', {
    unit: 'per-week',
    value: 61 / (90 / 7),
    sampleSize: 61,
    trend: trend(index => COUNTS[index]),
  }),
  figure('change-lead-time', {
    value: 3 * 3600 + 12 * 60,
    sampleSize: 214,
    percentiles: { p50: 11_520, p90: 26 * 3600 },
    basis: 'commit',
    parts: [
      { name: 'commit-to-merge', value: 4_800, sampleSize: 214 },
      { name: 'merge-to-start', value: 5_400, sampleSize: 214 },
      { name: 'start-to-live', value: 600, sampleSize: 214 },
    ],
    trend: trend(index => 9_000 + ((index * 37) % 11) * 700),
  }),
  figure('change-failure-rate', {
    unit: 'ratio',
    value: 2 / 61,
    events: 2,
    sampleSize: 61,
    pending: 1,
    interval: { low: 0.009, high: 0.1122, level: 0.95, method: 'wilson' },
    target: { value: 0.08, met: true },
    trend: trend(() => 0),
  }),
  figure('failed-deployment-recovery-time', {
    state: 'too-few',
    sampleSize: 2,
    samples: [655, 1_440],
  }),
  figure('rework-rate', {
    unit: 'ratio',
    value: 3 / 61,
    events: 3,
    sampleSize: 61,
    interval: { low: 0.0168, high: 0.1349, level: 0.95, method: 'wilson' },
  }),
  figure('rollback-time', {
    state: 'too-few',
    sampleSize: 2,
    samples: [100, 138],
    parts: [{ name: 'decision', value: 177, sampleSize: 2 }],
    target: { value: 180, met: true },
  }),
  figure('time-to-acknowledge', {
    state: 'too-few',
    sampleSize: 3,
    samples: [75, 122, 220],
  }),
  figure('time-to-recover', {
    state: 'too-few',
    sampleSize: 3,
    samples: [420, 560, 1_308],
    target: { value: 600 },
  }),
  figure('prevented-failures', {
    unit: 'count',
    value: 1,
    sampleSize: 3,
  }),
];

/** The metrics of checkout over 90 days. */
export function checkoutMetrics(
  overrides: Partial<StabilityMetrics> = {},
): StabilityMetrics {
  return {
    entityRef: CHECKOUT,
    environment: 'production',
    from: FROM,
    to: NOW,
    computedAt: '2026-11-19T09:23:00.000Z',
    services: 1,
    demo: false,
    counts: {
      deployments: 61,
      failed: 2,
      pending: 1,
      prevented: 1,
      rollbacks: 2,
      incidents: 3,
      openIncidents: 0,
    },
    metrics: checkoutFigures,
    ...overrides,
  };
}

/** The metrics of a service that nobody ever heard of. */
export function silentMetrics(): StabilityMetrics {
  return checkoutMetrics({
    counts: {
      deployments: 0,
      failed: 0,
      pending: 0,
      prevented: 0,
      rollbacks: 0,
      incidents: 0,
      openIncidents: 0,
    },
    metrics: checkoutFigures.map(({ metric, unit }) =>
      figure(metric, { unit, state: 'no-data' }),
    ),
  });
}
