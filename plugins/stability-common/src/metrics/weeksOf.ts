import { isoOf } from '../time/instant';

const DAY = 86_400_000;
/** 1 January 1970 was a Thursday: weeks of ISO 8601 begin on Mondays. */
const FIRST_MONDAY = 4 * DAY;

/** One week, or the part of it that lies in the window. Times in ms. @public */
export interface Week {
  from: number;
  /** Exclusive. */
  to: number;
  /** The same as ISO instants: nine metrics draw them. */
  iso: { from: string; to: string };
}

/**
 * The ISO weeks (UTC) of a window in ms, the first and the last one cut to it.
 *
 * @public
 */
export function weeksOf(options: { from: number; to: number }): Week[] {
  const { from, to } = options;
  const weeks: Week[] = [];
  let start = from;
  while (start < to) {
    const sinceMonday =
      (((start - FIRST_MONDAY) % (7 * DAY)) + 7 * DAY) % (7 * DAY);
    const end = Math.min(to, start - sinceMonday + 7 * DAY);
    weeks.push({
      from: start,
      to: end,
      iso: { from: isoOf(start), to: isoOf(end) },
    });
    start = end;
  }
  return weeks;
}
