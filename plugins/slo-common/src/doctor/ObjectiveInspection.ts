/**
 * What a metrics source answers when it is asked about one objective, live.
 * Places are those of the document, as in the faults of a source.
 *
 * @public
 */
export interface ObjectiveInspection {
  queries: InspectedQuery[];
  /**
   * Units of `total` in 24 hours, at the volume of the last day; absent where
   * that is not known.
   */
  unitsPerDay?: number;
  /** Seconds that the source keeps samples; absent where it does not tell. */
  retentionSeconds?: number;
  /**
   * Unix seconds of the first sample within the objective's window, to about a
   * 60th of it; absent where there is none or it was not asked.
   */
  firstSampleAt?: number;
  /** Questions that the source would not answer, and why. */
  unanswered: Array<{ path: string; message: string }>;
}

/** What is known of one query of a document. @public */
export interface InspectedQuery {
  role: 'good' | 'bad' | 'total' | 'raw' | 'value';
  /** `spec.indicator.spec.ratioMetric.total.metricSource.spec.query`. */
  path: string;
  /** Series that the whole query answers; absent where it was not asked. */
  answers?: number;
  /** Labels by which several answers differ, by name. */
  differingLabels?: string[];
  selectors: InspectedSelector[];
}

/** What stands behind one selector of a query. @public */
export interface InspectedSelector {
  /** As the document writes it. */
  text: string;
  metric: string;
  /** Series that it finds. */
  series: number;
  /** Where it finds none: whether the metric exists at all. */
  metricExists?: boolean;
  /**
   * Where it finds none although the metric exists: matchers of which each
   * alone finds nothing, as the document writes them.
   */
  emptyMatchers?: string[];
  /** Where it names a bucket by `le="..."`. */
  bucket?: InspectedBucket;
}

/** The buckets of a histogram. @public */
export interface InspectedBucket {
  /** The bound as the document writes it. */
  asked: string;
  /** Bounds that exist, as the source writes them. */
  present: string[];
}
