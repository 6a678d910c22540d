import type { CalendarMonth } from '../api/responses';
import { errorBudget } from '../budget/errorBudget';
import type { LedgerSum } from '../ledger/Bucket';
import { isoInstant } from '../window/isoInstant';
import type { MonthBounds } from './calendarMonths';

/**
 * One bar of the strip of months, from what the ledger summed over it.
 *
 * @param options.sum - without what corrections exclude
 * @param options.raw - with it, where corrections reach into the month
 * @param options.excludedSeconds - of the elapsed month, by corrections
 * @param options.at - Unix seconds; the current month is judged up to here
 * @public
 */
export function summarizeMonth(options: {
  month: MonthBounds;
  sum: Pick<LedgerSum, 'bad' | 'total' | 'coveredSeconds'>;
  raw?: Pick<LedgerSum, 'bad' | 'total'>;
  excludedSeconds?: number;
  target: number;
  at: number;
}): CalendarMonth {
  const { month, sum, raw, excludedSeconds = 0, target, at } = options;
  const bounds = {
    from: isoInstant(month.from),
    to: isoInstant(month.to),
    current: month.current,
    ...(raw && {
      excludedSeconds,
      rawRemaining: errorBudget({ target, ...raw }).remaining,
    }),
  };
  if (sum.coveredSeconds <= 0) {
    return { ...bounds, coverage: 0 };
  }
  const { remaining, bad, total } = errorBudget({ target, ...sum });
  const elapsed = Math.min(at, month.to) - month.from - excludedSeconds;
  return {
    ...bounds,
    remaining,
    bad,
    total,
    coverage: Math.min(1, sum.coveredSeconds / elapsed),
  };
}
