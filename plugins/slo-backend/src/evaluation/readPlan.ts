import { BUCKET_SECONDS, type LedgerRange } from '@plimsoll/plugin-slo-common';

/** Seconds that a finished bucket is read again, so that late samples count. */
export const SETTLE_SECONDS = BUCKET_SECONDS;

/** The evaluation itself catches up on so much; the backfill does the rest. */
export const CATCH_UP_SECONDS = 3_600;

/** What one evaluation reads of an objective. */
export interface ReadPlan {
  /** Newest buckets, the last of them unfinished. */
  read: LedgerRange;
  /** What lies further back and was not read yet. */
  gap?: LedgerRange;
}

/**
 * What to read at an instant: the unfinished newest bucket, the finished one
 * before it again, and what was missed since the source was last asked.
 *
 * @param options.at - Unix seconds
 * @param options.readUpTo - Unix seconds up to which the source was asked
 */
export function readPlan(options: { at: number; readUpTo?: number }): ReadPlan {
  const { at, readUpTo } = options;
  const settled = bucketStart(at) - SETTLE_SECONDS;
  if (readUpTo === undefined || readUpTo >= settled + SETTLE_SECONDS) {
    return { read: { from: settled, to: at } };
  }
  const missed = bucketStart(readUpTo) - SETTLE_SECONDS;
  const from = Math.max(missed, bucketStart(at - CATCH_UP_SECONDS));
  const read = { from: Math.min(from, settled), to: at };
  return missed < read.from
    ? { read, gap: { from: missed, to: read.from } }
    : { read };
}

function bucketStart(at: number): number {
  return Math.floor(at / BUCKET_SECONDS) * BUCKET_SECONDS;
}
