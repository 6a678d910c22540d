import {
  addDays,
  addMonths,
  dayOf,
  monthOf,
  startOf,
  type Day,
} from '../calendar/utcDays';
import type { BillEdition } from '../bill/monthCharges';

/** Months before the current one. */
const MONTHS_BACK = 12;
const HOUR_MS = 3_600_000;
/** The provider writes yesterday's charges at four in the morning, UTC. */
const WRITTEN_AT_HOUR = 4;
/** A month is closed, and may be mended, so many days after its end. */
const CLOSED_AFTER_DAYS = 6;

/** What the provider has written up to now: a file for each month. */
export interface WrittenEdition extends BillEdition {
  /** Unix milliseconds. */
  writtenAt: number;
}

/**
 * The newest edition of each month's bill, the oldest month first.
 *
 * @param now - Unix milliseconds
 * @param monthsBack - months before the current one, 12 by default
 */
export function billEditions(
  now: number,
  monthsBack = MONTHS_BACK,
): WrittenEdition[] {
  const today = dayOf(now - WRITTEN_AT_HOUR * HOUR_MS);
  const newest = addDays(today, -1);
  const current = monthOf(newest);
  return Array.from({ length: monthsBack + 1 }, (_, index) => {
    const month = addMonths(current, index - monthsBack);
    const next = addMonths(month, 1);
    const isOpen = month === current;
    const closedOn = addDays(next, CLOSED_AFTER_DAYS);
    const restated = !isOpen && today >= closedOn;
    const closed = restated ? closedOn : next;
    return {
      month,
      // of a month that is over, every day is complete
      lastDay: isOpen ? newest : next,
      restated,
      writtenAt: writtenOn(isOpen ? today : closed),
    };
  });
}

/** The same month as it was before it was mended. */
export function firstEdition(edition: WrittenEdition): WrittenEdition {
  return {
    ...edition,
    restated: false,
    writtenAt: writtenOn(addMonths(edition.month, 1)),
  };
}

function writtenOn(day: Day): number {
  return startOf(day) + WRITTEN_AT_HOUR * HOUR_MS;
}
