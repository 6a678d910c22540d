import type {
  Bucket,
  ExplainedQuery,
  Fault,
  LedgerRange,
  ObjectiveDefinition,
  ObjectiveInspection,
} from '@plimsoll/plugin-slo-common';
import type { LoadedRule, LoadedRulesRequest } from './LoadedRule';
import type {
  FindObjectivesRequest,
  FindObjectivesResult,
} from './FoundObjective';

/**
 * Answers for objectives, not for queries: whether it is Prometheus, a
 * simulator or another plugin's facts stays behind this door.
 *
 * A method that cannot reach its backend throws; the caller then keeps the
 * last good values and shows the state `unknown`. What is wrong with a single
 * objective is a fault in the answer and never spoils the others.
 *
 * @public
 */
export interface MetricsSource {
  /** The data are made up: pages say "demo data". */
  readonly demo?: boolean;

  /**
   * Whether this source could measure the objective at all, without asking
   * the backend: unsupported shapes and unreadable queries, each with its path
   * in the document.
   */
  validate(objective: ObjectiveDefinition): Fault[];

  /** Bad and total units of each objective in each bucket. */
  readBuckets(request: ReadBucketsRequest): Promise<ReadBucketsResult>;

  /** The queries that `readBuckets` would send, for "Explain". */
  explain?(objective: ObjectiveDefinition): ExplainedQuery[];

  /**
   * What stands behind the queries of one objective, for the doctor: series,
   * labels, buckets, volume. Asks the backend, a bounded number of bounded
   * questions, under the same guards as `readBuckets`; tells counts, names of
   * labels and bounds of buckets, never values of other labels. A source that
   * goes without cannot be asked, and the doctor says so.
   */
  inspect?(request: InspectRequest): Promise<ObjectiveInspection>;

  /**
   * SLOs that other tools keep by rules in the same backend, each with the way
   * in which its recorded series are counted. Asked every few minutes, with as
   * many questions as there are tools and kinds of series, whatever the number
   * of SLOs. A source that goes without has none.
   */
  findObjectives?(
    request: FindObjectivesRequest,
  ): Promise<FindObjectivesResult>;

  /**
   * Rules that the backend has loaded, and how their last evaluation went. A
   * source that goes without has no rules, or nobody can ask it for them.
   */
  loadedRules?(request: LoadedRulesRequest): Promise<LoadedRule[]>;

  /**
   * What has become another past: for sources whose events may still be judged
   * otherwise after they were read. Asked every half minute; what it names is
   * read again as history. A source whose past never changes goes without.
   */
  revised?(request: ReadRevisionsRequest): Promise<RevisedStretch[]>;

  /**
   * The oldest instant (Unix seconds) that is worth asking for, or `undefined`
   * when the source does not know its retention.
   */
  oldestSample?(options?: {
    signal?: AbortSignal;
  }): Promise<number | undefined>;
}

/** @public */
export interface ReadBucketsRequest {
  objectives: ObjectiveDefinition[];
  /** Unix seconds, inclusive, a multiple of `step`. */
  from: number;
  /**
   * Unix seconds, exclusive. Where it is no multiple of `step`, the last
   * bucket is shorter and holds what was seen so far.
   */
  to: number;
  /** Seconds per bucket: 300 or a multiple of it. */
  step: number;
  /**
   * What the buckets are for, `newest` by default. History can wait: a source
   * lets `newest` go first, and what fails for `history` changes nothing for
   * it. A `trial` is history of a document that somebody tries: what fails
   * there says nothing about the source.
   */
  purpose?: 'newest' | 'history' | 'trial';
  signal?: AbortSignal;
}

/** @public */
export interface InspectRequest {
  /** One that `validate` finds nothing wrong with. */
  objective: ObjectiveDefinition;
  /** Unix seconds that count as now. */
  at: number;
  signal?: AbortSignal;
}

/** @public */
export interface ReadRevisionsRequest {
  /** All objectives that are measured by this source. */
  objectives: ObjectiveDefinition[];
  /** Unix seconds up to which all that was revised has been asked for. */
  since: number;
  signal?: AbortSignal;
}

/** Buckets that are to be read again. Unix seconds. @public */
export interface RevisedStretch {
  /** One of the request. */
  objective: ObjectiveDefinition;
  from: number;
  to: number;
}

/** @public */
export interface ReadBucketsResult {
  /** One entry per objective of the request, in its order. */
  readings: ObjectiveReading[];
  /** Milliseconds spent waiting for the backend. */
  durationMs: number;
  /** Requests that were sent. */
  queries: number;
  /**
   * Stretches within `[from, to)` of the request of which it is known that the
   * source, or what fills it, was down, so that no objective has buckets there:
   * Unix seconds, `to` exclusive. Pages then say "source down" and not "series
   * absent". It is for the past; a source that cannot answer now throws.
   */
  outages?: LedgerRange[];
}

/** @public */
export interface ObjectiveReading {
  /**
   * Ordered by start. A bucket that the source could not speak for is left
   * out or has `coveredSeconds` 0; it is never a bucket of zero events.
   */
  buckets: Bucket[];
  /** Why this objective could not be read; its buckets are then empty. */
  faults: Fault[];
  /** good > total was seen and clamped. */
  inconsistent: boolean;
  /** NaN or an infinity was read; the buckets concerned are left out. */
  nonFinite?: boolean;
}
