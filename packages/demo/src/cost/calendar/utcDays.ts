const DAY_MS = 86_400_000;

/** A UTC day, `2026-11-17`. */
export type Day = string;

/** The day after so many days, or before where it is negative. */
export function addDays(day: Day, days: number): Day {
  return dayOf(startOf(day) + days * DAY_MS);
}

/** The UTC day of an instant in Unix milliseconds. */
export function dayOf(at: number): Day {
  return new Date(at).toISOString().slice(0, 10);
}

/** When a day begins, Unix milliseconds. */
export function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** 0 is Monday. */
export function weekdayOf(day: Day): number {
  return (new Date(startOf(day)).getUTCDay() + 6) % 7;
}

/** Days since 1970, a place for noise. */
export function dayNumber(day: Day): number {
  return startOf(day) / DAY_MS;
}

/** First day of a day's month. */
export function monthOf(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

/** First day of the month so many months later, or earlier. */
export function addMonths(day: Day, months: number): Day {
  const [year, month] = day.split('-').map(Number);
  return dayOf(Date.UTC(year, month - 1 + months, 1));
}

/** Every day of a month, the first one first. */
export function daysOfMonth(month: Day): Day[] {
  const days: Day[] = [];
  for (
    let day = monthOf(month);
    monthOf(day) === month;
    day = addDays(day, 1)
  ) {
    days.push(day);
  }
  return days;
}
