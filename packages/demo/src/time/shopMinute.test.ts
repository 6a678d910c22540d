import { shopMinute } from './shopMinute';

const minuteOf = (instant: string) => Date.parse(instant) / 60_000;

describe('shopMinute', () => {
  it.each([
    ['2026-11-03T13:06:00Z', '2026-11-03T14:06:00Z', 'winter'],
    ['2026-07-01T12:00:00Z', '2026-07-01T14:00:00Z', 'summer'],
    ['2027-03-28T00:59:00Z', '2027-03-28T01:59:00Z', 'before the lost hour'],
    ['2027-03-28T01:00:00Z', '2027-03-28T03:00:00Z', 'after the lost hour'],
    ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00Z', 'first of the two'],
    ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z', 'second of the two'],
  ])('%s shows %s on the clock (%s)', (instant, clock) => {
    expect(shopMinute(minuteOf(instant))).toBe(minuteOf(clock));
  });
});
