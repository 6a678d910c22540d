import type { Bucket } from './Bucket';
import { zonedDays } from '../calendar/zonedDays';
import type { LedgerRange } from './LedgerRange';

/**
 * Folds buckets into the days of a zone. Sums are conserved; a day without
 * buckets is left out. A bucket that crosses midnight belongs to the day that
 * it starts on.
 *
 * @param options.buckets - ordered by start
 * @public
 */
export function foldIntoDays(options: {
  buckets: readonly Bucket[];
  timeZone: string;
}): Bucket[] {
  const { buckets, timeZone } = options;
  const days: Bucket[] = [];
  let day: LedgerRange | undefined;
  for (const bucket of buckets) {
    const { start } = bucket;
    if (!day || start >= day.to) {
      [day] = zonedDays({ from: start, to: start + 1, timeZone });
      days.push({
        start: day.from,
        seconds: day.to - day.from,
        bad: 0,
        total: 0,
        coveredSeconds: 0,
      });
    }
    const last = days[days.length - 1];
    last.bad += bucket.bad;
    last.total += bucket.total;
    last.coveredSeconds += bucket.coveredSeconds;
  }
  return days;
}
