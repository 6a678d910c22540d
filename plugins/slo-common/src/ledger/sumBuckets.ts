import type { Bucket, LedgerSum } from './Bucket';
import type { LedgerRange } from './LedgerRange';

/**
 * Sums the buckets whose start lies in `[from, to)`. A bucket is never divided:
 * it belongs to the side that its start is on, so that neighbouring ranges
 * count every bucket exactly once.
 *
 * @public
 */
export function sumBuckets(
  options: { buckets: readonly Bucket[] } & LedgerRange,
): LedgerSum {
  const { buckets, from, to } = options;
  const sum: LedgerSum = { from, to, bad: 0, total: 0, coveredSeconds: 0 };
  for (const bucket of buckets) {
    if (bucket.start >= from && bucket.start < to) {
      sum.bad += bucket.bad;
      sum.total += bucket.total;
      sum.coveredSeconds += bucket.coveredSeconds;
    }
  }
  return sum;
}
