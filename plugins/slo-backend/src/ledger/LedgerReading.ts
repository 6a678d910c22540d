import type { Bucket } from '@plimsoll/plugin-slo-common';

/** What a source said of one objective over one stretch of time. */
export interface LedgerReading {
  objectiveId: number;
  /** `measuredHash` of the definition that the source was asked with. */
  measuredHash: string;
  /** Unix seconds, inclusive, a multiple of `step`. */
  from: number;
  /** Unix seconds, exclusive. */
  to: number;
  /** Seconds of the buckets that were asked for. */
  step: number;
  /** Ordered by start; buckets that are left out were not measured. */
  buckets: Bucket[];
  /** good > total was seen and clamped. */
  inconsistent: boolean;
}

/**
 * The buckets of a reading that say something: within its stretch, covered,
 * with finite counts. Their covered seconds are whole.
 */
export function measuredBuckets({
  buckets,
  from,
  to,
}: LedgerReading): Bucket[] {
  return buckets
    .filter(
      ({ start, bad, total, coveredSeconds }) =>
        start >= from &&
        start < to &&
        coveredSeconds > 0 &&
        Number.isFinite(bad) &&
        Number.isFinite(total),
    )
    .map(bucket => ({
      ...bucket,
      coveredSeconds: Math.max(1, Math.round(bucket.coveredSeconds)),
    }));
}
