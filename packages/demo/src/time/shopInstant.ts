import { DateTime } from 'luxon';
import { SHOP_ZONE } from './constants';
import { CYCLE_DAYS } from './cycle';

/** The Monday on which cycle 0 begins, as `FIRST_CYCLE` of the cycle says it. */
const FIRST_DAY = { year: 2026, month: 10, day: 26 };
const MS_PER_DAY = 86_400_000;

/**
 * When a clock of ShopKart shows a time on a day of a cycle.
 *
 * @param cycle - 0 begins on 26 October 2026; earlier ones are negative
 * @param day - 0 is its first Monday
 * @param clock - `HH:MM` or `HH:MM:SS`
 * @returns Unix milliseconds
 */
export function shopInstant(cycle: number, day: number, clock: string): number {
  const [hour, minute, second = 0] = clock.split(':').map(Number);
  return DateTime.fromObject(FIRST_DAY, { zone: SHOP_ZONE })
    .plus({ days: cycle * CYCLE_DAYS + day })
    .set({ hour, minute, second })
    .toMillis();
}

/**
 * The cycle that an instant lies in.
 *
 * @param at - Unix milliseconds
 */
export function cycleAt(at: number): number {
  const first = DateTime.fromObject(FIRST_DAY, { zone: SHOP_ZONE });
  const day = DateTime.fromMillis(at, { zone: SHOP_ZONE }).startOf('day');
  // rounded, since days of 23 and of 25 hours are days as well
  const days = Math.round((day.toMillis() - first.toMillis()) / MS_PER_DAY);
  return Math.floor(days / CYCLE_DAYS);
}
