import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';
import { errorBudget } from '../budget/errorBudget';
import type { CalendarMonth } from '../api/responses';
import type { LedgerRange } from '../ledger/LedgerRange';
import type { LedgerSum } from '../ledger/Bucket';
import { isoInstant } from '../window/isoInstant';

/** Bounds of one calendar month of a zone. @public */
export interface MonthBounds extends LedgerRange {
  /** The month that holds the asking instant. */
  current: boolean;
}

/**
 * The last calendar months of a zone and the current one, oldest first.
 *
 * @param options.at - Unix seconds
 * @param options.past - how many months before the current one, 12 by default
 * @throws InputError when the zone is not known
 * @public
 */
export function calendarMonths(options: {
  at: number;
  timeZone: string;
  past?: number;
}): MonthBounds[] {
  const { at, timeZone, past = 12 } = options;
  const current = DateTime.fromSeconds(at, { zone: timeZone }).startOf('month');
  if (!current.isValid) {
    throw new InputError(
      `'${timeZone}' is no time zone; write an IANA name like 'Europe/Warsaw'`,
    );
  }
  const startOf = (offset: number) =>
    current.plus({ months: offset }).startOf('month').toSeconds();
  return Array.from({ length: past + 1 }, (_, index) => ({
    from: startOf(index - past),
    to: startOf(index - past + 1),
    current: index === past,
  }));
}

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
