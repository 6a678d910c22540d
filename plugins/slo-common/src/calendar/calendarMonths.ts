import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';
import type { LedgerRange } from '../ledger/LedgerRange';

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
