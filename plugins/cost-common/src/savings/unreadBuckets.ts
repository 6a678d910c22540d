import type { BucketUse } from '../use/BucketUse';
import type { IdleResource } from '../use/IdleResource';

/** Share of the days that must have been seen: a scrape may fail now and then. */
const SEEN = 0.9;

/** Days after which a cheaper class costs nothing for being left early. */
const FEWEST_DAYS = 30;

const MONTH_DAYS = 30;

/**
 * Of buckets, what surely nobody read: nobody can have read more of what is
 * there than all bytes that went out, and what came in of late is no candidate.
 * So it is a lower bound, whatever was read twice, or written anew.
 *
 * @returns those of which anything is sure
 * @public
 */
export function unreadBuckets(buckets: readonly BucketUse[]): IdleResource[] {
  return buckets.flatMap(bucket => {
    const { resourceId, bytes, objects, days, seenRatio } = bucket;
    if (seenRatio < SEEN || days < FEWEST_DAYS || bytes <= 0 || objects <= 0) {
      return [];
    }
    // What was not seen may have been like the rest.
    const read = bucket.bytesRead / Math.min(1, seenRatio);
    const written = bucket.bytesWritten / Math.min(1, seenRatio);
    const unreadRatio = 1 - (read + written) / bytes;
    return unreadRatio > 0
      ? [
          {
            resourceId,
            kind: 'bucket' as const,
            idleDays: 0,
            evidence: 'unread' as const,
            storage: {
              bytes,
              objects,
              bytesReadPerMonth: (read * MONTH_DAYS) / days,
              unreadRatio,
            },
          },
        ]
      : [];
  });
}
