import { InputError } from '@backstage/errors';
import { DateTime, type DurationObjectUnits } from 'luxon';
import type { CalendarWindow, DurationUnit } from './TimeWindow';
import { formatDuration } from './parseDuration';
import { windowSeconds } from './windowSeconds';

/** One window of the grid. Unix seconds, `from` inclusive, `to` exclusive. */
export interface CalendarBounds {
  readonly from: number;
  readonly to: number;
}

/** Each unit in luxon's units. */
const STEPS: Record<
  DurationUnit,
  { unit: keyof DurationObjectUnits; size: number }
> = {
  m: { unit: 'minutes', size: 1 },
  h: { unit: 'hours', size: 1 },
  d: { unit: 'days', size: 1 },
  w: { unit: 'weeks', size: 1 },
  M: { unit: 'months', size: 1 },
  Q: { unit: 'months', size: 3 },
  Y: { unit: 'years', size: 1 },
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

/** Cutting a window takes 60 µs, and neighbouring instants share one. */
const MAX_KEPT = 1_000;
const kept = new Map<string, CalendarBounds>();

function cutWindow(window: CalendarWindow, at: number): CalendarBounds {
  const origin = originOf(window);
  const { value, unit } = window.duration;
  const step = STEPS[unit];
  const startOf = (index: number) =>
    Math.floor(
      origin.plus({ [step.unit]: step.size * value * index }).toSeconds(),
    );

  let index = Math.floor(
    (at - origin.toSeconds()) / windowSeconds(window.duration),
  );
  while (startOf(index) > at) {
    index -= 1;
  }
  while (startOf(index + 1) <= at) {
    index += 1;
  }
  return Object.freeze({ from: startOf(index), to: startOf(index + 1) });
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
  const { startTime, timeZone, duration } = window;
  const key = `${startTime} ${timeZone} ${formatDuration(duration)}`;
  const last = kept.get(key);
  if (last && last.from <= at && at < last.to) {
    return last;
  }
  const bounds = cutWindow(window, at);
  if (kept.size >= MAX_KEPT) {
    kept.clear();
  }
  kept.set(key, bounds);
  return bounds;
}
