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
 * @public
 */
export function splitDuration(seconds: number): DurationPart[] {
  if (seconds < 1) {
    // 999.6 ms is a second by the time it is read.
    const milliseconds = Math.round(seconds * 1000);
    return milliseconds < 1000
      ? [{ value: milliseconds, unit: 'millisecond' }]
      : [{ value: 1, unit: 'second' }];
  }
  const whole = Math.round(seconds);
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
  const minutes = Math.round(seconds / MINUTE);
  if (minutes * MINUTE < DAY) {
    return withRest({ total: minutes, size: 60, unit: 'hour', rest: 'minute' });
  }
  const hours = Math.round(seconds / HOUR);
  return hours < 48
    ? [{ value: hours, unit: 'hour' }]
    : [{ value: Math.round(seconds / DAY), unit: 'day' }];
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
