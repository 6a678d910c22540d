import type { Bucket } from './Bucket';
import type { LedgerRange } from './LedgerRange';

/**
 * The stretches of `[from, to)` that no bucket speaks for, in order. A bucket
 * with `coveredSeconds` 0 is a gap; one that is covered in part is not, since
 * nobody knows which part.
 *
 * @param options.buckets - ordered by start
 * @public
 */
export function gapsOf(
  options: { buckets: readonly Bucket[] } & LedgerRange,
): LedgerRange[] {
  const { buckets, from, to } = options;
  const gaps: LedgerRange[] = [];
  let known = from;
  for (const bucket of buckets) {
    if (bucket.start >= to) {
      break;
    }
    if (bucket.coveredSeconds > 0) {
      if (bucket.start > known) {
        gaps.push({ from: known, to: bucket.start });
      }
      known = Math.max(known, bucket.start + bucket.seconds);
    }
  }
  if (known < to) {
    gaps.push({ from: known, to });
  }
  return gaps;
}
