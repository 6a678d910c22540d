import { SECONDS_PER_MINUTE } from '../time/constants';

const { floor } = Math;

/**
 * How much a counter grew between two instants. The events of a minute are
 * spread evenly over its seconds, so that stretches which meet within a minute
 * add up to the minute.
 *
 * @param growth - by Unix minute, a whole number
 * @param from - Unix seconds, inclusive
 * @param to - Unix seconds, exclusive
 */
export function growthBetween(
  growth: (minute: number) => number,
  from: number,
  to: number,
): number {
  const first = floor(from / SECONDS_PER_MINUTE);
  const last = floor(to / SECONDS_PER_MINUTE);
  let sum = -upTo(growth, from);
  for (let minute = first; minute < last; minute += 1) {
    sum += growth(minute);
  }
  return sum + upTo(growth, to);
}

/** What the minute that `instant` lies in has seen before it. */
function upTo(growth: (minute: number) => number, instant: number): number {
  const seconds = instant % SECONDS_PER_MINUTE;
  return seconds === 0
    ? 0
    : floor(
        (growth(floor(instant / SECONDS_PER_MINUTE)) * seconds) /
          SECONDS_PER_MINUTE,
      );
}
