import { addDays, monthOf } from '@plimsoll/plugin-cost-common';
import { dayOf } from '../words';

/** Months that the backend keeps. */
const KEPT = 13;

/** First days of the months that are kept, this one first. */
export function lastMonths(now: Date): string[] {
  const months = [monthOf(dayOf(now))];
  while (months.length < KEPT) {
    months.push(monthOf(addDays(months[months.length - 1], -1)));
  }
  return months;
}
