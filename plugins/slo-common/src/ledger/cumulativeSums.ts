import type { Bucket } from './Bucket';

/** What happened before an instant. */
export interface Cumulative {
  bad: number;
  total: number;
  coveredSeconds: number;
}

/**
 * The sums of all buckets that start before each instant, in one pass. The
 * difference of two of them is the sum of the range between, bucket for bucket
 * the one that `sumBuckets` gives.
 *
 * @param options.buckets - ordered by start
 * @param options.instants - Unix seconds, ascending
 * @public
 */
export function cumulativeSums(options: {
  buckets: readonly Bucket[];
  instants: readonly number[];
}): Cumulative[] {
  const { buckets, instants } = options;
  let bad = 0;
  let total = 0;
  let coveredSeconds = 0;
  let next = 0;
  return instants.map(instant => {
    while (next < buckets.length && buckets[next].start < instant) {
      bad += buckets[next].bad;
      total += buckets[next].total;
      coveredSeconds += buckets[next].coveredSeconds;
      next += 1;
    }
    return { bad, total, coveredSeconds };
  });
}
