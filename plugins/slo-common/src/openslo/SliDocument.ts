import type { JsonObject } from '@backstage/types';
import type { OpenSloEnvelope } from './OpenSloDocument';

/**
 * One query and where it is sent. OpenSLO does not say what `spec` holds: only
 * the source that it is meant for knows (for Prometheus `{ query }`).
 *
 * @public
 */
export interface MetricSource {
  /** Name of a source under `slo.sources` in app-config. */
  metricSourceRef?: string;
  /** For instance `Prometheus`; read only where there is no ref. */
  type?: string;
  spec: JsonObject;
}

/** @public */
export interface Metric {
  metricSource: MetricSource;
}

/**
 * Either `total` with one of `good` and `bad`, or `raw` with `rawType`.
 *
 * @public
 */
export interface RatioMetric {
  counter?: boolean;
  good?: Metric;
  bad?: Metric;
  total?: Metric;
  raw?: Metric;
  rawType?: 'success' | 'failure';
}

/** Exactly one of the two metrics is set. @public */
export interface SliSpec {
  description?: string;
  thresholdMetric?: Metric;
  ratioMetric?: RatioMetric;
}

/** @public */
export type SliDocument = OpenSloEnvelope<'SLI', SliSpec>;
