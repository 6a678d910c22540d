/** @public */
export type DurationPart = {
  value: number;
  unit: 'day' | 'hour' | 'minute' | 'second' | 'millisecond';
};

const DAY = 86_400;
const HOUR = 3_600;
const MINUTE = 60;

/**
 * Cuts a duration into one or two units, as people say it: 2 min 18 s,
 * 3 h 12 min, 26 h, 3 d. Hours are kept up to two days; under one second the
 * unit is the millisecond. A second part of zero is left out.
 *
 * @param seconds - not negative
 * @param options.passed - whether it is the age of something: never told as more
 * than has passed, 6.7 d as 6 d; otherwise to the nearest
 * @public
 */
export function splitDuration(
  seconds: number,
  options: { passed?: boolean } = {},
): DurationPart[] {
  const toWhole = options.passed ? Math.floor : Math.round;
  if (seconds < 1) {
    // 999.6 ms is a second by the time it is read.
    const milliseconds = toWhole(seconds * 1000);
    return milliseconds < 1000
      ? [{ value: milliseconds, unit: 'millisecond' }]
      : [{ value: 1, unit: 'second' }];
  }
  const whole = toWhole(seconds);
  if (whole < MINUTE) {
    return [{ value: whole, unit: 'second' }];
  }
  if (whole < HOUR) {
    return withRest({
      total: whole,
      size: MINUTE,
      unit: 'minute',
      rest: 'second',
    });
  }
  const minutes = toWhole(seconds / MINUTE);
  if (minutes * MINUTE < DAY) {
    return withRest({ total: minutes, size: 60, unit: 'hour', rest: 'minute' });
  }
  const hours = toWhole(seconds / HOUR);
  return hours < 48
    ? [{ value: hours, unit: 'hour' }]
    : [{ value: toWhole(seconds / DAY), unit: 'day' }];
}

function withRest(options: {
  total: number;
  size: number;
  unit: DurationPart['unit'];
  rest: DurationPart['unit'];
}): DurationPart[] {
  const { total, size, unit, rest } = options;
  const first = { value: Math.floor(total / size), unit };
  const remainder = total % size;
  return remainder === 0 ? [first] : [first, { value: remainder, unit: rest }];
}
