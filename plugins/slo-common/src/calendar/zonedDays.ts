import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';
import type { LedgerRange } from '../ledger/LedgerRange';

/** One day of a zone; 23 or 25 hours long where clocks change. @public */
export interface ZonedDay extends LedgerRange {
  /** `YYYY-MM-DD` in the zone. */
  date: string;
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
}

const DAY_SECONDS = 86_400;
/** Days are cut this many at a time and kept: cutting one takes 20 µs. */
const CHUNK_SECONDS = 32 * DAY_SECONDS;
/** 40 years of one zone, or 40 zones for a year. */
const MAX_CHUNKS = 480;
const chunks = new Map<string, ZonedDay[]>();

/** The days of a zone that start in `[index, index + 1) * CHUNK_SECONDS`. */
function cutChunk(timeZone: string, index: number): ZonedDay[] {
  const from = index * CHUNK_SECONDS;
  const to = from + CHUNK_SECONDS;
  const first = DateTime.fromSeconds(from, { zone: timeZone });
  if (!first.isValid) {
    throw new InputError(
      `'${timeZone}' is no time zone; write an IANA name like 'Europe/Warsaw'`,
    );
  }
  // Noon exists on every day; midnight does not where clocks change at night.
  const noon = first.set({ hour: 12, minute: 0, second: 0, millisecond: 0 });
  const days: ZonedDay[] = [];
  let start = noon.startOf('day');
  for (let count = 1; start.toSeconds() < to; count += 1) {
    const end = noon.plus({ days: count }).startOf('day');
    // A date that the zone skipped starts and ends at the same instant.
    if (start.toSeconds() >= from && end > start) {
      days.push(
        Object.freeze({
          from: start.toSeconds(),
          to: end.toSeconds(),
          date: start.toFormat('yyyy-MM-dd'),
          weekday: start.weekday,
        }),
      );
    }
    start = end;
  }
  return days;
}

function chunkOf(timeZone: string, index: number): ZonedDay[] {
  const key = `${timeZone} ${index}`;
  let days = chunks.get(key);
  if (!days) {
    days = cutChunk(timeZone, index);
    if (chunks.size >= MAX_CHUNKS) {
      chunks.clear();
    }
    chunks.set(key, days);
  }
  return days;
}

/**
 * The whole days of a zone that `[from, to)` touches, oldest first. They follow
 * each other without overlap; a date that the zone skipped is left out.
 *
 * @param options.from - Unix seconds, inclusive
 * @param options.to - Unix seconds, exclusive
 * @throws InputError when the zone is not known
 * @public
 */
export function zonedDays(options: {
  from: number;
  to: number;
  timeZone: string;
}): readonly ZonedDay[] {
  const { from, to, timeZone } = options;
  // The day that holds `from` may have started up to 25 hours before.
  const first = Math.floor((from - 2 * DAY_SECONDS) / CHUNK_SECONDS);
  const last = Math.floor((to - 1) / CHUNK_SECONDS);
  const days: ZonedDay[] = [];
  for (let index = first; index <= last; index += 1) {
    for (const day of chunkOf(timeZone, index)) {
      if (day.to > from && day.from < to) {
        days.push(day);
      }
    }
  }
  return days;
}
