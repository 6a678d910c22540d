import { BUCKET_SECONDS } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import { BURN_WINDOW_SECONDS, type BurnWindow } from '../status/BurnRates';

/**
 * The stretch that a burn window covers at an instant. Its start snaps to the
 * nearest bucket boundary, since a bucket is never divided; its end is `at`, so
 * that the newest, unfinished bucket counts.
 *
 * @param options.at - Unix seconds
 * @public
 */
export function burnWindowRange(options: {
  window: BurnWindow;
  at: number;
}): LedgerRange {
  const { window, at } = options;
  const start = at - BURN_WINDOW_SECONDS[window];
  return {
    from: Math.round(start / BUCKET_SECONDS) * BUCKET_SECONDS,
    to: at,
  };
}
