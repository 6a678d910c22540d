import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';
import type { LedgerRange } from '../ledger/LedgerRange';

/** One day of a zone; 23 or 25 hours long where clocks change. @public */
export interface ZonedDay extends LedgerRange {
  /** `YYYY-MM-DD` in the zone. */
  date: string;
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
}

/**
 * The whole days of a zone that `[from, to)` touches, oldest first. They follow
 * each other without overlap; a date that the zone skipped is left out.
 *
 * @param options.from - Unix seconds, inclusive
 * @param options.to - Unix seconds, exclusive
 * @throws InputError when the zone is not known
 * @public
 */
export function zonedDays(options: {
  from: number;
  to: number;
  timeZone: string;
}): ZonedDay[] {
  const { from, to, timeZone } = options;
  const first = DateTime.fromSeconds(from, { zone: timeZone });
  if (!first.isValid) {
    throw new InputError(
      `'${timeZone}' is no time zone; write an IANA name like 'Europe/Warsaw'`,
    );
  }
  // Noon exists on every day; midnight does not where clocks change at night.
  const noon = first.set({ hour: 12, minute: 0, second: 0, millisecond: 0 });
  const days: ZonedDay[] = [];
  let start = noon.startOf('day');
  for (let count = 1; start.toSeconds() < to; count += 1) {
    const end = noon.plus({ days: count }).startOf('day');
    if (end > start) {
      days.push({
        from: start.toSeconds(),
        to: end.toSeconds(),
        date: start.toFormat('yyyy-MM-dd'),
        weekday: start.weekday,
      });
    }
    start = end;
  }
  return days;
}
