import type { TimeRange } from './TimeRange';

/** A quarter of what is shown: a few presses lead from a quarter to a day. */
const SHARE = 1 / 4;
/** Less than this holds too few points to see a line. */
const MIN_SPAN = 3_600_000;

/**
 * The stretch around an instant that Enter shows: a quarter of the range, but
 * an hour at least, and within the range.
 *
 * @internal
 */
export function zoomAround(options: { at: Date; range: TimeRange }): TimeRange {
  const { at, range } = options;
  const [from, to] = [range.from.getTime(), range.to.getTime()];
  const span = Math.min(to - from, Math.max(MIN_SPAN, (to - from) * SHARE));
  const start = Math.min(to - span, Math.max(from, at.getTime() - span / 2));
  return { from: new Date(start), to: new Date(start + span) };
}
