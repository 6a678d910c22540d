import { BUCKET_SECONDS, type LedgerRange } from '@plimsoll/plugin-slo-common';
import { SECONDS_PER_MINUTE } from '../time/constants';
import { CYCLE_MINUTES, cycleMoment, cyclePosition } from '../time/cycle';
import { shopMinute } from '../time/shopMinute';

/** Every fifth Wednesday, for instance on 28 October 2026. */
const BEGIN = cycleMoment(2, '02:00');
const MINUTES = 120;

/**
 * Whether the metrics source was up. Once in five weeks it is down for two
 * hours; the shop goes on meanwhile, but nobody can say how.
 *
 * @param minute - Unix minutes
 */
export function sourceWasUp(minute: number): boolean {
  const position = cyclePosition(shopMinute(minute));
  return (position - BEGIN + CYCLE_MINUTES) % CYCLE_MINUTES >= MINUTES;
}

/**
 * The stretches of `[from, to)` in which the metrics source was down, in whole
 * buckets of the ledger, in order. All are Unix seconds.
 */
export function sourceOutages({ from, to }: LedgerRange): LedgerRange[] {
  const outages: LedgerRange[] = [];
  for (let start = from; start < to; ) {
    const bucket = Math.floor(start / BUCKET_SECONDS) * BUCKET_SECONDS;
    const end = Math.min(bucket + BUCKET_SECONDS, to);
    if (!sourceWasUp(bucket / SECONDS_PER_MINUTE)) {
      const last = outages.at(-1);
      if (last?.to === start) {
        last.to = end;
      } else {
        outages.push({ from: start, to: end });
      }
    }
    start = end;
  }
  return outages;
}
