import { BUCKET_SECONDS } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';

/**
 * The instants that a span is looked at: every five minutes after its start,
 * on the clock, and its end.
 */
export function replayInstants({ from, to }: LedgerRange): number[] {
  const instants: number[] = [];
  const first = Math.floor(from / BUCKET_SECONDS) * BUCKET_SECONDS;
  for (let at = first + BUCKET_SECONDS; at < to; at += BUCKET_SECONDS) {
    instants.push(at);
  }
  if (to > from) {
    instants.push(to);
  }
  return instants;
}
