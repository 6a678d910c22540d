import { burnRate } from '../burnRate/burnRate';
import type { Bucket } from '../ledger/Bucket';

const HOUR_SECONDS = 3_600;

/** What sums of fractions may lose, relative to the sum. */
const ROUNDING = 1e-12;

/**
 * The burn rate of the fastest hour that ends within each step, so that a
 * longer step never hides an hour that paged. The hours slide from bucket to
 * bucket and may begin before their step; where a bucket is longer than an
 * hour, it stands for one. Absent where nothing happened. One pass.
 *
 * @param options.buckets - ordered by start
 * @param options.steps - ascending, in Unix seconds; `to` is exclusive
 */
export function fastestHours(options: {
  target: number;
  buckets: readonly Bucket[];
  steps: ReadonlyArray<{ from: number; to: number }>;
}): Array<number | undefined> {
  const { target, buckets, steps } = options;
  let bad = 0;
  let total = 0;
  let oldest = 0;
  let next = 0;

  const enter = (bucket: Bucket) => {
    bad += bucket.bad;
    total += bucket.total;
    const from = bucket.start + bucket.seconds - HOUR_SECONDS;
    while (buckets[oldest] !== bucket && buckets[oldest].start < from) {
      bad = without(bad, buckets[oldest].bad);
      total = without(total, buckets[oldest].total);
      oldest += 1;
    }
  };

  return steps.map(({ from, to }) => {
    let fastest: number | undefined;
    while (next < buckets.length && buckets[next].start < to) {
      enter(buckets[next]);
      if (buckets[next].start >= from) {
        const rate = burnRate({ target, bad, total });
        fastest = rate === undefined ? fastest : Math.max(fastest ?? 0, rate);
      }
      next += 1;
    }
    return fastest;
  });
}

/** Nothing left must read as nothing, not as a rounding residue. */
function without(sum: number, part: number): number {
  const left = sum - part;
  return left > sum * ROUNDING ? left : 0;
}
