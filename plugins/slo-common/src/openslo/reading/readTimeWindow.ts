import { DateTime, IANAZone } from 'luxon';
import { parseDuration } from '../../window/parseDuration';
import { windowSeconds } from '../../window/windowSeconds';
import type { SloTimeWindow } from '../SloDocument';
import type { Place } from './Place';
import { readDuration } from './readDuration';

const MEND =
  'write exactly one window, for instance [{ duration: 30d, isRolling: true }]';
const START_TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
const HOUR_SECONDS = 3600;
/** What the ledger keeps in quarter hours. */
const MAX_DAYS = 400;
const DAY_SECONDS = 86_400;

/** `spec.timeWindow`: OpenSLO has a list there, of exactly one item. */
export function readTimeWindow(place: Place): SloTimeWindow[] {
  return place.list({ mend: MEND, min: 1, max: 1 }).map(readWindow);
}

function readWindow(place: Place): SloTimeWindow {
  place.object(['duration', 'isRolling', 'calendar'], { mend: MEND });
  const calendar = place.at('calendar');
  const isRolling = readIsRolling(place.at('isRolling'), {
    hasCalendar: calendar.isSet,
  });
  const duration = readDuration(place.at('duration'), {
    mend: 'write how long the window is, for instance 30d',
  });
  refuseLength(place.at('duration'), duration);
  if (isRolling) {
    calendar.ifSet(p =>
      p.fault('does not go with isRolling: true; remove one of the two'),
    );
    return { duration, isRolling };
  }
  return { duration, isRolling, calendar: readCalendar(calendar) };
}

function readIsRolling(
  place: Place,
  options: { hasCalendar: boolean },
): boolean {
  if (place.isBoolean) {
    return place.boolean({ mend: 'write true, or false with a calendar' });
  }
  if (place.isSet || !options.hasCalendar) {
    place.boolean({ mend: 'write isRolling: true, or a calendar' });
  }
  // OpenSLO: "if omitted assumed false if calendar is present".
  return !options.hasCalendar;
}

/** The classic slip, `1m` for a month, is caught here too. */
function refuseLength(place: Place, text: string): void {
  const seconds = secondsOf(text);
  if (seconds === undefined) {
    return;
  }
  if (seconds < HOUR_SECONDS) {
    const count = text.slice(0, -1);
    place.fault(
      `is in minutes, and a window has at least an hour; did you mean ${count}M (months)?`,
    );
  } else if (seconds > MAX_DAYS * DAY_SECONDS) {
    place.fault(
      `is longer than the ${MAX_DAYS} days that the ledger keeps in detail; write a shorter window`,
    );
  }
}

function secondsOf(text: string): number | undefined {
  try {
    return windowSeconds(parseDuration(text));
  } catch {
    return undefined;
  }
}

function readCalendar(place: Place): NonNullable<SloTimeWindow['calendar']> {
  place.object(['startTime', 'timeZone'], {
    mend: "write calendar: { startTime: '2026-01-01 00:00:00', timeZone: Europe/Warsaw }, or isRolling: true",
  });
  const zone = place.at('timeZone');
  const timeZone = zone.text({
    mend: 'write a zone of the IANA database, for instance Europe/Warsaw',
  });
  if (timeZone.trim() !== '' && !isZone(timeZone)) {
    zone.fault(
      'is no zone of the IANA database; write one, for instance Europe/Warsaw or UTC',
    );
  }
  const start = place.at('startTime');
  const startTime = start.text({
    mend: "write the first window's start, for instance '2026-01-01 00:00:00'",
  });
  if (startTime.trim() !== '' && !isStartTime(startTime)) {
    start.fault(
      `is no local time between ${FIRST_YEAR} and ${LAST_YEAR}; write it as YYYY-MM-DD HH:MM:SS, without a zone`,
    );
  }
  return { startTime, timeZone };
}

function isZone(timeZone: string): boolean {
  // Offsets like +01:00 pass Intl, but are no zone with a history.
  return /^[A-Za-z]/.test(timeZone) && IANAZone.isValidZone(timeZone);
}

function isStartTime(text: string): boolean {
  const start = DateTime.fromSQL(text, { zone: 'UTC' });
  return (
    START_TIME.test(text) &&
    start.isValid &&
    start.year >= FIRST_YEAR &&
    start.year <= LAST_YEAR
  );
}
