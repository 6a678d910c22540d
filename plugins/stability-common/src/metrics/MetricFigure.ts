import type { MetricBand } from './bands/BandSet';

/** @public */
export const METRIC_NAMES = [
  'deployment-frequency',
  'change-lead-time',
  'change-failure-rate',
  'failed-deployment-recovery-time',
  'rework-rate',
  'rollback-time',
  'time-to-acknowledge',
  'time-to-recover',
  'prevented-failures',
] as const;

/** @public */
export type MetricName = (typeof METRIC_NAMES)[number];

/** @public */
export type MetricState =
  /** `value` can be trusted as far as its interval goes. */
  | 'ok'
  /** Fewer than five: `samples` or the bare counts speak, `value` is absent. */
  | 'too-few'
  /** There were deployments, and nothing of this kind happened. */
  | 'none'
  /** No deployment or incident at all: nothing can be said. */
  | 'no-data';

/** A percentile's or share's uncertainty. @public */
export interface MetricInterval {
  low: number;
  high: number;
  /** Confidence, 0..1: 0.95. */
  level: number;
  method: 'wilson' | 'order-statistics';
}

/** One point of a metric's line. @public */
export interface MetricTrendPoint {
  /** ISO instants; `to` is exclusive. */
  from: string;
  to: string;
  value?: number;
  sampleSize: number;
}

/** One number with all its ground. @public */
export interface MetricFigure {
  metric: MetricName;
  state: MetricState;
  unit: 'ratio' | 'per-week' | 'seconds' | 'count';
  /** In `unit`; the median of durations. Absent unless `state` is `ok`, or `none` of a count. */
  value?: number;
  /** What it was computed from: deployments, changes, failures, incidents. */
  sampleSize: number;
  /** Numerator of a ratio. */
  events?: number;
  interval?: MetricInterval;
  /** Seconds. */
  percentiles?: { p50: number; p90: number };
  /** Each duration in seconds, ascending, while there are fewer than five. */
  samples?: number[];
  /** Not over when this was computed: they count as longer than seen. */
  censored?: number;
  /** Deployments whose verdict is not due yet; not in the sample. */
  pending?: number;
  /** Durations that make up this one, medians in seconds. */
  parts?: MetricPart[];
  /** Lead time: what it was counted from. */
  basis?: 'commit' | 'merge' | 'mixed';
  /** Lead time: changes whose deployment was inferred, not named by its sender. */
  inferred?: number;
  /** Arithmetic mean in seconds, beside the median. */
  mean?: number;
  target?: { value: number; met?: boolean };
  /** Only where the installation has bands switched on: they are dated. */
  band?: MetricBand;
  trend: MetricTrendPoint[];
  /** Its own window, where it differs from the answer's. ISO instants. */
  window?: { from: string; to: string };
  definition: { id: MetricName; version: number };
}

/** A figure that makes up another one, or stands beside it. @public */
export interface MetricPart {
  name: string;
  /** The median in seconds, unless `unit` says otherwise. */
  value?: number;
  sampleSize: number;
  unit?: 'seconds' | 'count';
}

/** What the metrics of one window were counted from. @public */
export interface MetricCounts {
  deployments: number;
  failed: number;
  pending: number;
  prevented: number;
  rollbacks: number;
  incidents: number;
  openIncidents: number;
}
