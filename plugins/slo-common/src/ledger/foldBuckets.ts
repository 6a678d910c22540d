import type { Bucket } from './Bucket';
import { zonedDays } from '../calendar/zonedDays';
import type { LedgerRange } from './LedgerRange';

function foldInto(
  buckets: readonly Bucket[],
  cellOf: (start: number) => LedgerRange,
): Bucket[] {
  const folded: Bucket[] = [];
  let cell: LedgerRange | undefined;
  for (const bucket of buckets) {
    if (!cell || bucket.start >= cell.to) {
      cell = cellOf(bucket.start);
      folded.push({
        start: cell.from,
        seconds: cell.to - cell.from,
        bad: 0,
        total: 0,
        coveredSeconds: 0,
      });
    }
    const last = folded[folded.length - 1];
    last.bad += bucket.bad;
    last.total += bucket.total;
    last.coveredSeconds += bucket.coveredSeconds;
  }
  return folded;
}

/**
 * Folds buckets into coarser ones that start at multiples of `step` in Unix
 * time. Sums are conserved; a cell without buckets is left out.
 *
 * @param options.buckets - ordered by start, none longer than `step`
 * @param options.step - seconds
 * @public
 */
export function foldBuckets(options: {
  buckets: readonly Bucket[];
  step: number;
}): Bucket[] {
  const { buckets, step } = options;
  return foldInto(buckets, start => {
    const from = Math.floor(start / step) * step;
    return { from, to: from + step };
  });
}

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
  return foldInto(
    buckets,
    start => zonedDays({ from: start, to: start + 1, timeZone })[0],
  );
}
