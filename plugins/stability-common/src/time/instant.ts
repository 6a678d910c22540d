const DAY = 86_400_000;
const FIRST = 0;
/** The end of the year 9999: later ones are written otherwise. */
const LAST = Date.UTC(10_000, 0) - 1;
const TWO = Array.from({ length: 60 }, (_, value) =>
  String(value).padStart(2, '0'),
);
const MOST_DATES = 2_000;
const dates = new Map<number, string>();

/** Milliseconds since the epoch of an ISO instant; undefined if it is none. */
export function millisOf(text: string | undefined): number | undefined {
  const millis = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(millis) ? undefined : millis;
}

/** The ISO instant in UTC of milliseconds since the epoch. */
export function isoOf(millis: number): string;
export function isoOf(millis: number | undefined): string | undefined;
export function isoOf(millis: number | undefined): string | undefined {
  return millis === undefined ? undefined : textOf(millis);
}

/** As `Date.toISOString`, which takes several times as long. */
function textOf(millis: number): string {
  if (!Number.isInteger(millis) || millis < FIRST || millis > LAST) {
    return new Date(millis).toISOString();
  }
  const time = millis % DAY;
  const date = dateOf(millis - time);
  const hour = Math.floor(time / 3_600_000);
  const minute = Math.floor(time / 60_000) % 60;
  const second = Math.floor(time / 1_000) % 60;
  const rest = 1_000 + (time % 1_000);
  return `${date}${TWO[hour]}:${TWO[minute]}:${TWO[second]}.${String(
    rest,
  ).slice(1)}Z`;
}

/** The date of a midnight, with the `T`: facts lie on few days. */
function dateOf(midnight: number): string {
  const known = dates.get(midnight);
  if (known !== undefined) {
    return known;
  }
  if (dates.size >= MOST_DATES) {
    dates.clear();
  }
  const date = new Date(midnight).toISOString().slice(0, 11);
  dates.set(midnight, date);
  return date;
}
