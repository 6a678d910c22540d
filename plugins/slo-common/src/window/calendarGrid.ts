import { InputError } from '@backstage/errors';
import { DateTime, type DurationLike } from 'luxon';
import type { CalendarWindow, DurationUnit } from './TimeWindow';
import { windowSeconds } from './windowSeconds';

/** One window of the grid. Unix seconds, `from` inclusive, `to` exclusive. */
export interface CalendarBounds {
  from: number;
  to: number;
}

/** How often luxon's unit goes into ours. */
const STEPS: Record<DurationUnit, DurationLike> = {
  m: { minutes: 1 },
  h: { hours: 1 },
  d: { days: 1 },
  w: { weeks: 1 },
  M: { months: 1 },
  Q: { months: 3 },
  Y: { years: 1 },
};

function originOf(window: CalendarWindow): DateTime {
  const origin = DateTime.fromSQL(window.startTime, { zone: window.timeZone });
  if (!origin.isValid) {
    throw new InputError(
      `The calendar window cannot be cut: startTime '${window.startTime}' in ` +
        `timeZone '${window.timeZone}' is no instant ` +
        `(${
          origin.invalidExplanation ?? origin.invalidReason
        }); write it like ` +
        `'2026-01-01 00:00:00' and 'Europe/Warsaw'`,
    );
  }
  return origin;
}

/**
 * The calendar window that holds an instant.
 *
 * Every bound is `startTime` plus a whole number of durations, computed from
 * the origin and in the zone: a start on the 31st falls on the last day of
 * shorter months and comes back to the 31st, and a day may have 23 or 25
 * hours. The grid also reaches back before `startTime`, so that history from
 * before the document is cut alike.
 *
 * @param options.at - Unix seconds
 * @throws InputError when start or zone cannot be read
 * @public
 */
export function calendarBoundsAt(options: {
  window: CalendarWindow;
  at: number;
}): CalendarBounds {
  const { window, at } = options;
  const origin = originOf(window);
  const { value, unit } = window.duration;
  const step = STEPS[unit] as Record<string, number>;
  const [name, size] = Object.entries(step)[0];
  const startOf = (index: number) =>
    Math.floor(origin.plus({ [name]: size * value * index }).toSeconds());

  let index = Math.floor(
    (at - origin.toSeconds()) / windowSeconds(window.duration),
  );
  while (startOf(index) > at) {
    index -= 1;
  }
  while (startOf(index + 1) <= at) {
    index += 1;
  }
  return { from: startOf(index), to: startOf(index + 1) };
}
