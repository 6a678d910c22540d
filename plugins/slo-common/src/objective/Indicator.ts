/**
 * A query as the document states it. Plimsoll does not read `spec` itself:
 * only the source that it is meant for knows what it holds (for Prometheus
 * `{ query: string }`).
 *
 * @public
 */
export interface MetricQuery {
  spec: Record<string, unknown>;
}

/** How a measured value is compared with a threshold. @public */
export type ThresholdOperator = 'lt' | 'lte' | 'gt' | 'gte';

/**
 * Good or bad events out of all events. Exactly one of `good` and `bad` is
 * set. `counter` says that the series are ever growing counters; otherwise
 * their samples are added up as they are.
 *
 * @public
 */
export interface RatioIndicator {
  kind: 'ratio';
  counter: boolean;
  good?: MetricQuery;
  bad?: MetricQuery;
  total: MetricQuery;
}

/** A ratio (0..1) that somebody else has computed already. @public */
export interface RawIndicator {
  kind: 'raw';
  rawType: 'success' | 'failure';
  raw: MetricQuery;
}

/**
 * A value that is good while it compares true with the objective's threshold.
 *
 * @public
 */
export interface ThresholdIndicator {
  kind: 'threshold';
  metric: MetricQuery;
  operator: ThresholdOperator;
  threshold: number;
}

/** What an objective measures. @public */
export type Indicator = RatioIndicator | RawIndicator | ThresholdIndicator;
