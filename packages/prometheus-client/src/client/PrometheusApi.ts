/** One series of an answer. */
export interface Series {
  labels: Readonly<Record<string, string>>;
  /** Unix seconds and value; NaN and infinities are numbers here. */
  points: ReadonlyArray<readonly [time: number, value: number]>;
  /** The samples are native histograms, which no number stands for. */
  isHistogram: boolean;
}

/** What every query may carry. */
export interface QueryOptions {
  query: string;
  /** Shorter than the source's own timeout; that one by default. */
  timeoutSeconds?: number;
  signal?: AbortSignal;
}

/** A query at one instant. */
export interface InstantQuery extends QueryOptions {
  /** Unix seconds. */
  time: number;
}

/** A query at `start`, `start + step`, ... up to `end`. */
export interface RangeQuery extends QueryOptions {
  /** Unix seconds, inclusive. */
  start: number;
  /** Unix seconds, inclusive. */
  end: number;
  /** Seconds. */
  step: number;
}

/**
 * The part of Prometheus' HTTP API that is used here. Implementations throw
 * the errors of `PrometheusErrors` and nothing that names an address.
 */
export interface PrometheusApi {
  query(request: InstantQuery): Promise<Series[]>;
  queryRange(request: RangeQuery): Promise<Series[]>;
  /** Seconds that samples are kept, where the server tells. */
  retentionSeconds(options: {
    signal?: AbortSignal;
  }): Promise<number | undefined>;
}
