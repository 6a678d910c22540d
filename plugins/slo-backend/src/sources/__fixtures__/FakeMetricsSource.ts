import {
  type Bucket,
  BUCKET_SECONDS,
  type Fault,
  type LedgerRange,
  type ObjectiveDefinition,
  type ObjectiveInspection,
} from '@plimsoll/plugin-slo-common';
import type {
  InspectRequest,
  MetricsSource,
  ObjectiveReading,
  ReadBucketsRequest,
  ReadBucketsResult,
} from '@plimsoll/plugin-slo-node';

/** Bad and total units per second; undefined where the series is absent. */
export type FakeSeries = (
  at: number,
  objective: ObjectiveDefinition,
) => { bad: number; total: number } | undefined;

/**
 * A metrics source whose truth is a function of time, for tests and the bench.
 * It can go down, come back, be slow, lose its series and forget old samples.
 */
export class FakeMetricsSource implements MetricsSource {
  readonly demo = true;
  /** Throws instead of answering while set. */
  down: Error | undefined;
  /** Called before each answer, which waits for it. */
  onRead: ((request: ReadBucketsRequest) => Promise<void> | void) | undefined;
  /** Milliseconds before each answer. */
  latencyMs = 0;
  /** Unix seconds before which it knows nothing; undefined: no limit. */
  oldest: number | undefined;
  /** What it says of the times that it was down. */
  outages: LedgerRange[] | undefined;
  /** Faults of the objectives that have any, by ref. */
  readonly faults = new Map<string, Fault[]>();
  readonly requests: ReadBucketsRequest[] = [];
  /** What it says of what stands behind queries. */
  inspection: ObjectiveInspection = { queries: [], unanswered: [] };
  readonly inspected: InspectRequest[] = [];
  /** Set: it can be asked which rules are loaded. */
  loadedRules: MetricsSource['loadedRules'];
  #series: FakeSeries;

  static create(options: { series?: FakeSeries } = {}): FakeMetricsSource {
    return new FakeMetricsSource(
      options.series ?? (() => ({ bad: 0.005, total: 10 })),
    );
  }

  private constructor(series: FakeSeries) {
    this.#series = series;
  }

  set series(series: FakeSeries) {
    this.#series = series;
  }

  /** Objectives that were asked for, over all requests. */
  get objectivesRead(): number {
    return this.requests.reduce(
      (sum, { objectives }) => sum + objectives.length,
      0,
    );
  }

  validate(): Fault[] {
    return [];
  }

  async oldestSample(): Promise<number | undefined> {
    if (this.down) {
      throw this.down;
    }
    return this.oldest;
  }

  async inspect(request: InspectRequest): Promise<ObjectiveInspection> {
    this.inspected.push(request);
    if (this.down) {
      throw this.down;
    }
    return this.inspection;
  }

  async readBuckets(request: ReadBucketsRequest): Promise<ReadBucketsResult> {
    this.requests.push(request);
    await this.onRead?.(request);
    if (this.latencyMs > 0) {
      await new Promise(resolve => {
        setTimeout(resolve, this.latencyMs);
      });
    }
    if (this.down) {
      throw this.down;
    }
    return {
      readings: request.objectives.map(objective =>
        this.#read(objective, request),
      ),
      durationMs: this.latencyMs,
      queries: Math.ceil(request.objectives.length / 50),
      outages: this.outages,
    };
  }

  #read(
    objective: ObjectiveDefinition,
    { from, to, step }: ReadBucketsRequest,
  ): ObjectiveReading {
    const faults = this.faults.get(objective.ref) ?? [];
    if (faults.length > 0) {
      return { buckets: [], faults, inconsistent: false };
    }
    const buckets: Bucket[] = [];
    for (let start = from; start < to; start += step) {
      const bucket: Bucket = {
        start,
        seconds: Math.min(step, to - start),
        bad: 0,
        total: 0,
        coveredSeconds: 0,
      };
      // in the finest buckets, so that the sum is the same at every step
      const end = start + bucket.seconds;
      for (let at = start; at < end; at += BUCKET_SECONDS) {
        const rates = this.#series(at, objective);
        if (rates && at >= (this.oldest ?? 0)) {
          const seconds = Math.min(BUCKET_SECONDS, end - at);
          bucket.bad += rates.bad * seconds;
          bucket.total += rates.total * seconds;
          bucket.coveredSeconds += seconds;
        }
      }
      if (bucket.coveredSeconds > 0) {
        buckets.push(rounded(bucket));
      }
    }
    return { buckets, faults: [], inconsistent: false };
  }
}

/** Counts as a counter gives them, without the dust of binary fractions. */
function rounded(bucket: Bucket): Bucket {
  const digits = 1e6;
  return {
    ...bucket,
    bad: Math.round(bucket.bad * digits) / digits,
    total: Math.round(bucket.total * digits) / digits,
  };
}
