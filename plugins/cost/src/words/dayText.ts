import { addDays } from '@plimsoll/plugin-cost-common';
import type { Voice } from './Voice';

/** Bills are cut in UTC, whatever zone the reader lives in. */
const UTC = { timeZone: 'UTC' } as const;

/** The instant at which a UTC day begins, `2026-11-17`. */
export function dayStart(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The UTC day of an instant. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** "17 Nov". */
export function dayText(day: string, { formats }: Pick<Voice, 'formats'>) {
  return formats.instant(dayStart(day), 'date', UTC);
}

/** "November", with the year if it is not this one. */
export function monthText(
  day: string,
  { formats }: Pick<Voice, 'formats'>,
  options: { short?: boolean; now?: Date } = {},
): string {
  const { short = false, now = new Date() } = options;
  const start = dayStart(day);
  return new Intl.DateTimeFormat(formats.locale, {
    month: short ? 'short' : 'long',
    ...(start.getUTCFullYear() !== now.getUTCFullYear() && {
      year: 'numeric',
    }),
    ...UTC,
  }).format(start);
}

/** Complete days in the reader's way: "1–17 November". `to` is exclusive. */
export function spanText(
  span: { from: string; to: string },
  { formats }: Pick<Voice, 'formats'>,
): string {
  const last = addDays(span.to, -1);
  return new Intl.DateTimeFormat(formats.locale, {
    day: 'numeric',
    month: 'long',
    ...UTC,
  }).formatRange(
    dayStart(span.from),
    dayStart(last < span.from ? span.from : last),
  );
}
