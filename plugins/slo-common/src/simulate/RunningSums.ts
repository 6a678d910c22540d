import { BUCKET_SECONDS, type Bucket, type LedgerSum } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';

/** What sums of fractions may lose, relative to the sum. */
const ROUNDING = 1e-12;

/**
 * Sums over any stretch of some buckets in constant time, the same that
 * `sumBuckets` gives: a bucket belongs to the stretch that its start lies in.
 * It takes one pass and 72 bytes for each five minutes between the first bucket
 * and the last.
 */
export class RunningSums {
  readonly #origin: number;
  readonly #bad: Float64Array;
  readonly #total: Float64Array;
  readonly #covered: Float64Array;

  /** @param buckets - ordered by start, which is a multiple of 300 */
  static create(buckets: readonly Bucket[]): RunningSums {
    return new RunningSums(buckets);
  }

  private constructor(buckets: readonly Bucket[]) {
    const first = buckets[0]?.start ?? 0;
    const last = buckets[buckets.length - 1]?.start ?? first;
    const length = (last - first) / BUCKET_SECONDS + 2;
    this.#origin = first;
    this.#bad = new Float64Array(length);
    this.#total = new Float64Array(length);
    this.#covered = new Float64Array(length);
    for (const bucket of buckets) {
      const slot = (bucket.start - first) / BUCKET_SECONDS + 1;
      this.#bad[slot] += bucket.bad;
      this.#total[slot] += bucket.total;
      this.#covered[slot] += bucket.coveredSeconds;
    }
    for (let slot = 1; slot < length; slot += 1) {
      this.#bad[slot] += this.#bad[slot - 1];
      this.#total[slot] += this.#total[slot - 1];
      this.#covered[slot] += this.#covered[slot - 1];
    }
  }

  /** The sum of the buckets that start in `[from, to)`, in Unix seconds. */
  sum({ from, to }: LedgerRange): LedgerSum {
    const start = this.#slotBefore(from);
    const end = Math.max(start, this.#slotBefore(to));
    return {
      from,
      to,
      bad: between(this.#bad, start, end),
      total: between(this.#total, start, end),
      coveredSeconds: between(this.#covered, start, end),
    };
  }

  /** Where the sum of all that starts before an instant stands. */
  #slotBefore(instant: number): number {
    const slot = Math.ceil((instant - this.#origin) / BUCKET_SECONDS);
    return Math.min(this.#bad.length - 1, Math.max(0, slot));
  }
}

// Nothing happened must read as nothing, not as a rounding residue.
function between(sums: Float64Array, start: number, end: number): number {
  const value = sums[end] - sums[start];
  return value > sums[end] * ROUNDING ? value : 0;
}
