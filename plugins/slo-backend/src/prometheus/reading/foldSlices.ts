import type { Bucket } from '@plimsoll/plugin-slo-common';
import { BASE_STEP_SECONDS, type Measurement } from './measure';

/**
 * Turns buckets of events into buckets of slices, for slices of five minutes
 * and more. A slice counts in the bucket in which it ends, when that bucket
 * was measured; it is judged by what was measured of it. A slice without
 * events is not counted.
 *
 * @param options.from - first bucket to return; the ones before it are only
 * read as parts of slices
 */
export function foldSlices(options: {
  buckets: readonly Bucket[];
  fold: NonNullable<Measurement['fold']>;
  from: number;
}): Bucket[] {
  const { buckets, fold, from } = options;
  const { sliceSeconds, target } = fold;
  const byStart = new Map(buckets.map(bucket => [bucket.start, bucket]));
  return buckets
    .filter(({ start }) => start >= from)
    .map(bucket => {
      const end = bucket.start + bucket.seconds;
      const slice = { bad: 0, total: 0 };
      if (end % sliceSeconds === 0) {
        for (
          let start = end - sliceSeconds;
          start < end;
          start += BASE_STEP_SECONDS
        ) {
          slice.bad += byStart.get(start)?.bad ?? 0;
          slice.total += byStart.get(start)?.total ?? 0;
        }
      }
      return { ...bucket, ...judge(slice, target) };
    });
}

/** First instant that must be read so that every slice is whole. */
export function foldFrom(from: number, sliceSeconds: number): number {
  return Math.floor(from / sliceSeconds) * sliceSeconds;
}

function judge(
  { bad, total }: { bad: number; total: number },
  target: number | undefined,
) {
  if (total <= 0) {
    return { bad: 0, total: 0 };
  }
  if (target === undefined) {
    return { bad: bad / total, total: 1 };
  }
  return { bad: (total - bad) / total < target ? 1 : 0, total: 1 };
}
