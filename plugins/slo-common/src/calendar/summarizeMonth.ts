import type { CalendarMonth } from '../api/responses';
import { errorBudget } from '../budget/errorBudget';
import type { LedgerSum } from '../ledger/Bucket';
import { isoInstant } from '../window/isoInstant';
import type { MonthBounds } from './calendarMonths';

/**
 * One bar of the strip of months, from what the ledger summed over it.
 *
 * @param options.at - Unix seconds; the current month is judged up to here
 * @public
 */
export function summarizeMonth(options: {
  month: MonthBounds;
  sum: Pick<LedgerSum, 'bad' | 'total' | 'coveredSeconds'>;
  target: number;
  at: number;
}): CalendarMonth {
  const { month, sum, target, at } = options;
  const bounds = {
    from: isoInstant(month.from),
    to: isoInstant(month.to),
    current: month.current,
  };
  if (sum.coveredSeconds <= 0) {
    return { ...bounds, coverage: 0 };
  }
  const { remaining, bad, total } = errorBudget({ target, ...sum });
  const elapsed = Math.min(at, month.to) - month.from;
  return {
    ...bounds,
    remaining,
    bad,
    total,
    coverage: Math.min(1, sum.coveredSeconds / elapsed),
  };
}
