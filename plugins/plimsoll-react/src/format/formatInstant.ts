/** @public */
export type InstantStyle =
  /** 10:10 */
  | 'clock'
  /** 10:10:12 */
  | 'clock-seconds'
  /** 3 Nov, with the year if it is not this one */
  | 'date'
  /** Mon 3 Nov, 14:06 */
  | 'short'
  /** Thu 19 Nov 2026, 10:23:36 CET */
  | 'exact'
  /** Nov */
  | 'month'
  /** November */
  | 'month-long';

/** @public */
export interface FormatInstantOptions {
  /** BCP 47 tag of the reader's locale. */
  locale: string;
  /** IANA name; the reader's own zone by default. */
  timeZone?: string;
  /** Decides whether the year is needed; now by default. */
  now?: Date;
}

const STYLES: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  'clock-seconds': {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
  date: { day: 'numeric', month: 'short' },
  short: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  exact: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  },
  month: { month: 'short' },
  'month-long': { month: 'long' },
};

/**
 * An instant in the reader's locale and, unless told otherwise, zone.
 *
 * @public
 */
export function formatInstant(
  instant: Date,
  style: InstantStyle,
  options: FormatInstantOptions,
): string {
  const { locale, timeZone, now = new Date() } = options;
  const base = { ...STYLES[style], timeZone };
  const format = new Intl.DateTimeFormat(
    locale,
    style === 'date' && yearOf(instant, timeZone) !== yearOf(now, timeZone)
      ? { ...base, year: 'numeric' }
      : base,
  );
  return format
    .formatToParts(instant)
    .map(({ type, value }) =>
      type === 'timeZoneName' ? zoneNameOf(format, instant, value) : value,
    )
    .join('');
}

/** Some name zones that others only count: en-US knows no CET, en-GB no EST. */
const NAMING_LOCALES = ['en-GB', 'en-US'];
const IS_OFFSET = /^(?:GMT|UTC)[^a-z]/i;

/**
 * CET rather than GMT+1, which a reader would have to reckon with; where no
 * locale has a name, the zone's own, for instance Asia/Tokyo.
 */
function zoneNameOf(
  format: Intl.DateTimeFormat,
  instant: Date,
  name: string,
): string {
  if (!IS_OFFSET.test(name)) {
    return name;
  }
  const { timeZone } = format.resolvedOptions();
  return (
    NAMING_LOCALES.map(
      locale =>
        new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
          .formatToParts(instant)
          .find(({ type }) => type === 'timeZoneName')?.value ?? name,
    ).find(candidate => !IS_OFFSET.test(candidate)) ?? timeZone
  );
}

function yearOf(instant: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(
    instant,
  );
}
