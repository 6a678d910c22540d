import { DateTime } from 'luxon';

const EARLIEST = Date.UTC(2000, 0);
const LATEST = Date.UTC(2200, 0);

/** GitLab writes `2021-04-28 21:50:00 +0200` and `... UTC`. */
const SPACED = ['yyyy-MM-dd HH:mm:ss ZZZ', "yyyy-MM-dd HH:mm:ss 'UTC'"];

/**
 * Reads an instant in the ways that senders write it.
 *
 * @returns an ISO instant in UTC; undefined for what is none, and for years
 * before 2000 and after 2200, with which some senders say "none"
 */
export function readInstant(value: string): string | undefined {
  const iso = DateTime.fromISO(value, { zone: 'utc' });
  const read = iso.isValid ? iso : readSpaced(value);
  const at = read?.toMillis() ?? NaN;
  return at >= EARLIEST && at < LATEST ? new Date(at).toISOString() : undefined;
}

/** Only where ISO fails: a format costs many times as much. */
function readSpaced(value: string): DateTime | undefined {
  return SPACED.map(format =>
    DateTime.fromFormat(value, format, { zone: 'utc', locale: 'en' }),
  ).find(({ isValid }) => isValid);
}
