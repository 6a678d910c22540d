import { MINUTES_PER_DAY } from './constants';

/**
 * ShopKart's history repeats every five weeks: long enough that a bad day has
 * left a window of 30 days before it comes again, short enough that any five
 * weeks hold each story once, and always on its own weekday.
 */
export const CYCLE_DAYS = 35;
export const CYCLE_MINUTES = CYCLE_DAYS * MINUTES_PER_DAY;

/** A Monday, 00:00 on ShopKart's clocks. */
const FIRST_CYCLE = Date.UTC(2026, 9, 26) / 60_000;

/**
 * How far the cycle has come.
 *
 * @param shopMinute - what `shopMinute` answers
 * @returns minutes, 0 <= position < `CYCLE_MINUTES`
 */
export function cyclePosition(shopMinute: number): number {
  const sinceFirst = (shopMinute - FIRST_CYCLE) % CYCLE_MINUTES;
  return sinceFirst < 0 ? sinceFirst + CYCLE_MINUTES : sinceFirst;
}

/**
 * The position of a clock time on a day of the cycle.
 *
 * @param day - 0 is the first Monday
 * @param clock - `HH:MM`
 */
export function cycleMoment(day: number, clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return day * MINUTES_PER_DAY + hours * 60 + minutes;
}
