import type { BurnPair } from '../burnRate/burnPairs';
import { BUCKET_SECONDS, type Bucket } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import { BURN_WINDOW_SECONDS } from '../status/BurnRates';

/** Seconds of the longer buckets that a pair may be replayed on. */
export const COARSE_SECONDS = 900;

/** A stretch and how often a pair can be looked at in it. Unix seconds. */
export interface ReplayStretch extends LedgerRange {
  /** Absent: not at all. */
  everySeconds?: number;
}

/** Where the last bucket ends that is longer than five minutes. */
export function fineFrom(buckets: readonly Bucket[]): number | undefined {
  for (let index = buckets.length - 1; index >= 0; index -= 1) {
    const { start, seconds } = buckets[index];
    if (seconds > BUCKET_SECONDS) {
      return start + seconds;
    }
  }
  return undefined;
}

/**
 * Where a pair can be replayed, and how finely. Both its windows must begin
 * and end between two buckets, so that nothing of a bucket has to be guessed:
 * every five minutes where the long window lies among buckets of five minutes;
 * every quarter of an hour before, where both windows are whole quarters. A
 * window of five minutes is not, and there the pair cannot be replayed.
 *
 * @param options.fineFrom - where buckets of five minutes begin; absent: there
 * are no others
 */
export function replayStretches(
  options: {
    pair: Pick<BurnPair, 'long' | 'short'>;
    fineFrom?: number;
  } & LedgerRange,
): ReplayStretch[] {
  const { pair, from, to } = options;
  const longSeconds = BURN_WINDOW_SECONDS[pair.long];
  const exact =
    options.fineFrom === undefined
      ? from
      : Math.min(to, Math.max(from, options.fineFrom + longSeconds));
  const isWhole = BURN_WINDOW_SECONDS[pair.short] % COARSE_SECONDS === 0;
  const stretches: ReplayStretch[] = [
    { from, to: exact, ...(isWhole && { everySeconds: COARSE_SECONDS }) },
    { from: exact, to, everySeconds: BUCKET_SECONDS },
  ];
  return stretches.filter(stretch => stretch.from < stretch.to);
}
