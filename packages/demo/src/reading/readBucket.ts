import type { Bucket, Budgeting } from '@plimsoll/plugin-slo-common';
import type { Coverage } from './Coverage';
import type { Measurement } from './Measurement';

const { floor } = Math;

/** A slice counts as good when it misses its target by rounding only. */
const ROUNDING = 1e-12;

export interface ReadBucketOptions {
  measurement: Measurement;
  budgeting: Budgeting;
  coverage: Coverage;
  /** Is told when more was good than there was. */
  onInconsistent(): void;
}

/**
 * What happened in one stretch of Unix seconds. A slice counts in the stretch
 * in which it ends, when all of it is covered and it is not empty.
 *
 * @param from - inclusive
 * @param to - exclusive
 */
export function readBucket(
  options: ReadBucketOptions,
  from: number,
  to: number,
): Bucket {
  const { coverage, budgeting, measurement } = options;
  const bucket: Bucket = {
    start: from,
    seconds: to - from,
    bad: 0,
    total: 0,
    coveredSeconds: 0,
  };
  if (budgeting.method === 'occurrences') {
    bucket.coveredSeconds = coverage.visit(from, to, (partFrom, partTo) => {
      const tally = measurement.occurrences(partFrom, partTo);
      bucket.bad += tally.bad;
      bucket.total += tally.total;
      if (tally.inconsistent) {
        options.onInconsistent();
      }
    });
    return bucket;
  }
  bucket.coveredSeconds = coverage.visit(from, to);
  const { sliceSeconds } = budgeting;
  let end = (floor(from / sliceSeconds) + 1) * sliceSeconds;
  for (; end <= to; end += sliceSeconds) {
    const badness = sliceBadness(options, end - sliceSeconds, end);
    if (badness !== undefined) {
      bucket.bad += badness;
      bucket.total += 1;
    }
  }
  return bucket;
}

/** 1 for a bad slice, 0 for a good one; a ratio slice may lie between. */
function sliceBadness(
  options: ReadBucketOptions,
  from: number,
  to: number,
): number | undefined {
  const { budgeting, measurement, coverage } = options;
  if (coverage.visit(from, to) < to - from) {
    return undefined;
  }
  const ratio = measurement.goodRatio(from, to);
  if (ratio === undefined) {
    return undefined;
  }
  if (budgeting.method !== 'timeslices') {
    return 1 - ratio;
  }
  return ratio >= budgeting.sliceTarget - ROUNDING ? 0 : 1;
}
