import fc from 'fast-check';
import { seriesOf } from '../__testUtils__/series';
import { addDays } from '../calendar/utcDays';
import { formatAmount } from '../money/formatAmount';
import { expectedDays, forecastMonth } from './forecastMonth';

/** From Thursday 1 October on: 10 on working days, 4 on weekends. */
function weekly(length: number, change: (n: number) => number = () => 0) {
  return seriesOf(
    '2026-10-01',
    Array.from({ length }, (_, n) => {
      const weekday = new Date(addDays('2026-10-01', n)).getUTCDay();
      return (weekday === 0 || weekday === 6 ? 4 : 10) + change(n);
    }),
  );
}

const november = { month: '2026-11-01' };

describe('forecastMonth', () => {
  it('adds the weekdays to come to what is billed', () => {
    // 9 weekend days and 21 working days.
    expect(
      forecastMonth({
        days: weekly(48),
        ...november,
        completeTo: '2026-11-17',
      }),
    ).toEqual({
      month: '2026-11-01',
      expected: '246.00',
      low: expect.any(String),
      high: expect.any(String),
      confidence: 0.9,
      days: 28,
    });
  });

  it('is not moved by a spike and takes no incomplete day', () => {
    const spike = weekly(48, n => (n === 40 ? 500 : 0));
    const partial = weekly(50, n => (n > 47 ? -9 : 0));
    const options = { ...november, completeTo: '2026-11-17' };
    expect(forecastMonth({ days: spike, ...options })?.expected).toBe('746.00');
    expect(forecastMonth({ days: partial, ...options })?.expected).toBe(
      '246.00',
    );
  });

  it('expects the fee of the first of a month, and only then', () => {
    const days = weekly(48, n => (n === 0 || n === 31 ? 73 : 0));
    const options = { days, completeTo: '2026-11-17' };
    expect(forecastMonth({ ...options, ...november })?.expected).toBe('319.00');
    // 8 weekend days, 23 working days and the fee.
    expect(forecastMonth({ ...options, month: '2026-12-01' })?.expected).toBe(
      '335.00',
    );
  });

  it('knows a month that is over', () => {
    const forecast = forecastMonth({
      days: weekly(48),
      month: '2026-10-01',
      completeTo: '2026-11-17',
    });
    expect(forecast).toEqual(
      expect.objectContaining({
        expected: '256.00',
        low: '256.00',
        high: '256.00',
      }),
    );
  });

  it('says nothing before every weekday was seen', () => {
    const options = { days: weekly(48), month: '2026-10-01' };
    expect(
      forecastMonth({ ...options, completeTo: '2026-10-06' }),
    ).toBeUndefined();
    expect(forecastMonth({ ...options, completeTo: '2026-10-07' })?.days).toBe(
      7,
    );
    expect(
      forecastMonth({ ...options, days: [], completeTo: '2026-11-17' }),
    ).toBeUndefined();
  });

  it.each([7, 8, 13, 14, 20, 21, 27, 28, 35])(
    'does not take one charge for that of a weekday, %i days after it',
    days => {
      // a Monday
      const once = [{ day: '2026-11-02', amount: 7_000_000_000n }];
      const completeTo = addDays('2026-11-02', days - 1);
      const month = `${completeTo.slice(0, 7)}-01`;
      const forecast = forecastMonth({ days: once, month, completeTo });
      expect(forecast?.expected).toBe(month === '2026-11-01' ? '7.00' : '0.00');
    },
  );

  it('knows weekends apart before each weekday was seen three times', () => {
    // of October 9 weekend days and 22 working days
    expect(
      forecastMonth({
        days: weekly(14),
        month: '2026-10-01',
        completeTo: '2026-10-14',
      })?.expected,
    ).toBe('256.00');
  });

  it('is wide where it could not be tried', () => {
    const young = forecastMonth({
      days: weekly(10),
      month: '2026-10-01',
      completeTo: '2026-10-10',
    });
    const spread =
      (Number(young?.high) - Number(young?.low)) / Number(young?.expected);
    expect(spread).toBeGreaterThan(0.3);
  });

  it('knows what is only credited', () => {
    const credits = weekly(48, n => (n % 7 < 5 ? -14 : -9));
    const forecast = forecastMonth({
      days: credits,
      ...november,
      completeTo: '2026-11-17',
    });
    expect(Number(forecast?.expected)).toBeLessThan(0);
    expect(Number(forecast?.low)).toBeLessThanOrEqual(
      Number(forecast?.expected),
    );
  });

  it('has its expectation within its interval, and the days add up to it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -2_000, max: 5_000 }), {
          minLength: 20,
          maxLength: 90,
        }),
        fc.integer({ min: 1, max: 29 }),
        (units, day) => {
          const days = seriesOf('2026-09-01', units);
          const completeTo = addDays('2026-11-01', day - 1);
          const options = { days, completeTo };
          const forecast = forecastMonth({ ...options, ...november });
          const { expected = '0', low = '0', high = '0' } = forecast ?? {};
          expect(Number(low)).toBeLessThanOrEqual(Number(expected));
          expect(Number(high)).toBeGreaterThanOrEqual(Number(expected));
          const billed = days
            .filter(one => one.day >= '2026-11-01' && one.day <= completeTo)
            .reduce((sum, { amount }) => sum + amount, 0n);
          const rest = expectedDays({
            ...options,
            from: '2026-11-01',
            to: '2026-12-01',
          });
          expect(rest).toHaveLength(30 - day);
          const sum = rest.reduce((all, { amount }) => all + amount, billed);
          expect(Number(formatAmount(sum))).toBeCloseTo(Number(expected), 5);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('expectedDays', () => {
  it('gives only days that are not complete', () => {
    expect(
      expectedDays({
        days: weekly(48),
        completeTo: '2026-11-17',
        from: '2026-11-01',
        to: '2026-11-20',
      }),
    ).toEqual([
      { day: '2026-11-18', amount: 10_000_000_000n },
      { day: '2026-11-19', amount: 10_000_000_000n },
    ]);
  });
});
