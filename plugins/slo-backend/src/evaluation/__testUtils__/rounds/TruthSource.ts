import {
  type Bucket,
  BUCKET_SECONDS,
  type ObjectiveDefinition,
} from '@plimsoll/plugin-slo-common';
import type {
  MetricsSource,
  ReadBucketsRequest,
  ReadBucketsResult,
} from '@plimsoll/plugin-slo-node';

/** A bucket is told too low until so many seconds after its end. */
const LATE_SECONDS = 120;

/** Whole events of a finished bucket; each objective has others. */
export function truth(
  start: number,
  { ref }: Pick<ObjectiveDefinition, 'ref'>,
): { bad: number; total: number } {
  const bucket = start / BUCKET_SECONDS;
  const seed = Number(ref.split('-').pop());
  return {
    bad: (bucket + seed) % 7,
    total: 50 + ((bucket * 31 + seed * 17) % 997),
  };
}

/**
 * The same truth in every process. Samples come late: a bucket that ended just
 * now lacks events, so that an older answer that is written after a newer one
 * can be told by its numbers.
 */
export class TruthSource implements MetricsSource {
  readonly demo = true;
  readonly #latencyMs: number;
  readonly #oldest: number;
  readonly #now: () => number;
  readonly #onRead: (request: ReadBucketsRequest) => void;

  static create(options: {
    /** Milliseconds before each answer. */
    latencyMs: number;
    /** Unix seconds of the oldest sample. */
    oldest: number;
    /** Unix milliseconds. */
    now: () => number;
    onRead: (request: ReadBucketsRequest) => void;
  }): TruthSource {
    return new TruthSource(options);
  }

  private constructor(options: Parameters<typeof TruthSource.create>[0]) {
    this.#latencyMs = options.latencyMs;
    this.#oldest = options.oldest;
    this.#now = options.now;
    this.#onRead = options.onRead;
  }

  validate() {
    return [];
  }

  async oldestSample(): Promise<number> {
    return this.#oldest;
  }

  async readBuckets(request: ReadBucketsRequest): Promise<ReadBucketsResult> {
    this.#onRead(request);
    const askedAt = Math.floor(this.#now() / 1000);
    await new Promise(resolve => {
      setTimeout(resolve, this.#latencyMs);
    });
    return {
      readings: request.objectives.map(objective => ({
        buckets: bucketsOf(objective, request, askedAt),
        faults: [],
        inconsistent: false,
      })),
      durationMs: this.#latencyMs,
      queries: 1,
    };
  }
}

function bucketsOf(
  objective: ObjectiveDefinition,
  { from, to, step }: ReadBucketsRequest,
  askedAt: number,
): Bucket[] {
  const buckets: Bucket[] = [];
  for (let start = from; start < to; start += step) {
    const bucket = { start, seconds: step, bad: 0, total: 0 };
    const end = Math.min(start + step, to);
    for (let at = start; at < end; at += BUCKET_SECONDS) {
      const { bad, total } = truth(at, objective);
      const isComplete = askedAt >= at + BUCKET_SECONDS + LATE_SECONDS;
      bucket.bad += bad;
      bucket.total += isComplete ? total : total - 10;
    }
    buckets.push({ ...bucket, coveredSeconds: end - start });
  }
  return buckets;
}
