const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a UTC day, `2026-11-17`. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The UTC day of a number of days since 1970-01-01. */
export function dayOfNumber(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** Days in 400 years of the Gregorian calendar, and from 0000-03-01 to 1970. */
const ERA_DAYS = 146_097;
const ERA_OFFSET = 719_468;

/**
 * Day of the month, 1 to 31, of a number of days since 1970-01-01, in integers
 * since this is asked millions of times. Years begin in March, so that the
 * leap day is the last (Hinnant, "chrono-compatible low-level date
 * algorithms", `civil_from_days`).
 */
export function dayOfMonth(number: number): number {
  const day = (((number + ERA_OFFSET) % ERA_DAYS) + ERA_DAYS) % ERA_DAYS;
  const year = Math.floor(
    (day -
      Math.floor(day / 1_460) +
      Math.floor(day / 36_524) -
      Math.floor(day / 146_096)) /
      365,
  );
  const dayOfYear =
    day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  return dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
}

/** The UTC day so many days later; earlier for a negative number. @public */
export function addDays(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days);
}

/** Days from `from` to `to`, which is exclusive. @public */
export function countDays(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Every UTC day from `from` to `to`, which is exclusive. @public */
export function listDays(from: string, to: string): string[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first) }, (_, n) =>
    dayOfNumber(first + n),
  );
}

/** First day of the month of a day: `2026-11-01`. @public */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** First day of the month after that of a day. @public */
export function nextMonthOf(day: string): string {
  return monthOf(addDays(monthOf(day), 32));
}
