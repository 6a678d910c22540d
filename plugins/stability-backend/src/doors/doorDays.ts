/** Days, with today, that what doors heard and refused is counted for. */
const COUNTED_DAYS = 7;

const DAY_MS = 86_400_000;

/** The day of an instant in Unix milliseconds, in UTC: `2026-11-21`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The first day that is counted, seen from an instant in Unix milliseconds. */
export function countedSince(now: number): string {
  return dayOf(now - (COUNTED_DAYS - 1) * DAY_MS);
}
