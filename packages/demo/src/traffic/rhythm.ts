import { MINUTES_PER_DAY } from '../time/constants';

const { floor } = Math;

/** Visitors at each full hour of ShopKart's clocks, in any unit. */
const HOURS = [
  0.3, 0.17, 0.1, 0.08, 0.08, 0.13, 0.3, 0.6, 0.95, 1.3, 1.55, 1.75, 1.9, 2.02,
  2.06, 1.78, 1.55, 1.5, 1.55, 1.7, 1.75, 1.5, 1.0, 0.58,
];

/** Monday to Sunday, 1 on average. */
export const WEEKDAYS = [1.02, 1.07, 1.03, 1.02, 1.0, 0.92, 0.94];

const MEAN_HOUR = HOURS.reduce((sum, hour) => sum + hour, 0) / HOURS.length;

const MINUTES = Float64Array.from({ length: MINUTES_PER_DAY }, (_, minute) => {
  const hour = floor(minute / 60);
  const from = HOURS[hour];
  const to = HOURS[(hour + 1) % HOURS.length];
  return (from + ((to - from) * (minute % 60)) / 60) / MEAN_HOUR;
});

/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3;

/**
 * How busy the shop is, 1 on average over a week: nearly nobody at four in the
 * morning, most after lunch, Tuesday the best day and Saturday the worst.
 *
 * @param shopMinute - what `shopMinute` answers
 */
export function rhythm(shopMinute: number): number {
  const day = floor(shopMinute / MINUTES_PER_DAY);
  const minuteOfDay = shopMinute - day * MINUTES_PER_DAY;
  return MINUTES[minuteOfDay] * WEEKDAYS[(((day + FIRST_WEEKDAY) % 7) + 7) % 7];
}

/** How busy the shop is when the average visitor is there. */
export const BUSYNESS_OF_AVERAGE_VISITOR =
  mean(MINUTES, value => value * value) *
  mean(WEEKDAYS, value => value * value);

function mean(values: ArrayLike<number>, of: (value: number) => number) {
  return (
    Array.from(values).reduce((sum, value) => sum + of(value), 0) /
    values.length
  );
}
