import fc from 'fast-check';
import { instants, utc } from '../__testUtils__/arbitraries';
import { burnPairs } from '../burnRate/burnPairs';
import type { ExpectedVolume } from '../calendar/expectedVolume';
import { unixSeconds } from '../window/isoInstant';
import { forecast, type ForecastOptions } from './forecast';
import { forecastWindow } from './forecastWindow';
import type { SpentStretch } from './rollingExhaustion';

const DAY = 86_400;
const at = utc('2026-11-21T12:00:00Z');

/** Thirty days, and where in them the budget was spent. */
function spentBy(spent: SpentStretch[]): ForecastOptions['horizon'] {
  return { kind: 'rolling', windowSeconds: 30 * DAY, spent };
}

/** All that is gone by default, half of the budget, went today. */
const today = (share = 0.5): SpentStretch => ({
  from: at - DAY,
  to: at,
  share,
});

function rolling(options: Partial<ForecastOptions>) {
  return forecast({
    at,
    remaining: 0.5,
    burnRate: 2,
    window: '3d',
    horizon: spentBy([]),
    ...options,
  });
}

/** 1000 units so far, then 100 units tomorrow and 300 the day after. */
const rest: ExpectedVolume = {
  total: 400,
  stretches: [
    { from: at, to: at + DAY, total: 100 },
    { from: at + DAY, to: at + 2 * DAY, total: 300 },
  ],
  basis: 'same-weekday',
};

function calendar(options: Partial<ForecastOptions>) {
  return forecast({
    at,
    remaining: 0.5,
    burnRate: 1,
    window: '3d',
    horizon: { kind: 'calendar', expectedTotal: 1400, rest },
    ...options,
  });
}

describe('forecast', () => {
  it('is exhausted when nothing remains, whatever the rate', () => {
    expect(rolling({ remaining: 0 })).toEqual({ kind: 'exhausted' });
    expect(rolling({ remaining: -3, burnRate: undefined })).toEqual({
      kind: 'exhausted',
    });
    expect(calendar({ remaining: -0.1 })).toEqual({ kind: 'exhausted' });
  });

  it('is unknown without a budget or without a rate', () => {
    expect(rolling({ remaining: undefined })).toEqual({ kind: 'unknown' });
    expect(rolling({ burnRate: undefined })).toEqual({ kind: 'unknown' });
    expect(calendar({ burnRate: undefined })).toEqual({ kind: 'unknown' });
  });
});

describe('forecast of a rolling window', () => {
  it('lasts remaining * window / rate', () => {
    // Half of thirty days' budget at twice the rate: 7.5 days.
    expect(rolling({ horizon: spentBy([today()]) })).toEqual({
      kind: 'at',
      at: '2026-11-29T00:00:00.000Z',
      burnRate: 2,
      window: '3d',
    });
  });

  it('is in sight below a rate of 1, when an incident spent nearly all', () => {
    // 5 % of thirty days' budget at 0.9 times the rate; nothing leaves till then.
    const found = rolling({
      remaining: 0.05,
      burnRate: 0.9,
      horizon: spentBy([{ from: at - 4 * DAY, to: at - 3 * DAY, share: 0.95 }]),
    });
    expect(found).toMatchObject({ kind: 'at', burnRate: 0.9 });
    const { at: gone } = found as { at: string };
    expect(unixSeconds(gone) - at).toBeCloseTo((0.05 * 30 * DAY) / 0.9, 2);
  });

  it('is not in sight when the incident leaves before', () => {
    const old = spentBy([
      { from: at - 30 * DAY, to: at - 29 * DAY, share: 0.95 },
    ]);
    expect(
      rolling({ remaining: 0.05, burnRate: 0.9, horizon: old }),
    ).toMatchObject({ kind: 'not-in-sight' });
  });

  it('is not in sight while as much leaves as enters, nor at rate 0', () => {
    const notInSight = { kind: 'not-in-sight', window: '3d' };
    for (const burnRate of [0.3, 0.6, 0.9, 0.99]) {
      expect(rolling({ remaining: 1 - burnRate, burnRate })).toEqual({
        ...notInSight,
        burnRate,
      });
    }
    expect(rolling({ burnRate: 0 })).toEqual({ ...notInSight, burnRate: 0 });
    expect(rolling({ burnRate: 1.01 })).toMatchObject({ kind: 'at' });
  });

  it('property: the faster, the sooner; the more is left, the later', () => {
    const when = (remaining: number, burnRate: number) => {
      const found = rolling({ remaining, burnRate });
      return found.kind === 'at' ? unixSeconds(found.at) : NaN;
    };
    const rates = fc.double({ min: 1.001, max: 1000, noNaN: true });
    const shares = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(rates, rates, shares, shares, (one, two, left, more) => {
        expect(when(left, Math.max(one, two))).toBeLessThanOrEqual(
          when(left, Math.min(one, two)),
        );
        expect(when(Math.max(left, more), one)).toBeGreaterThanOrEqual(
          when(Math.min(left, more), one),
        );
        expect(when(left, one)).toBeGreaterThanOrEqual(at);
        expect(when(left, one)).toBeLessThanOrEqual(at + 30 * DAY);
      }),
    );
  });
});

describe('forecast of a calendar window', () => {
  it('finds the instant that the expected volume brings the last bad unit', () => {
    // 0.1 of 1400 units at rate 1: 140 units, 100 tomorrow and 40 of 300 after.
    expect(calendar({ remaining: 0.1 })).toEqual({
      kind: 'at',
      at: new Date((at + DAY + (40 / 300) * DAY) * 1000).toISOString(),
      burnRate: 1,
      window: '3d',
    });
  });

  it('may come today, and with a rate below 1', () => {
    expect(calendar({ remaining: 0.01, burnRate: 0.5 })).toMatchObject({
      kind: 'at',
      at: new Date((at + 0.28 * DAY) * 1000).toISOString(),
    });
  });

  it('is not in sight when the window ends before', () => {
    // 400 units are to come: 0.2858 of 1400 lasts, 0.2857 does not.
    expect(calendar({ remaining: 0.2858 })).toEqual({
      kind: 'not-in-sight',
      burnRate: 1,
      window: '3d',
    });
    expect(calendar({ remaining: 0.2857 })).toMatchObject({ kind: 'at' });
    expect(calendar({ remaining: 400 / 1400 })).toMatchObject({
      kind: 'not-in-sight',
    });
  });

  it('is not in sight at rate 0, nor when nothing is to come', () => {
    expect(calendar({ burnRate: 0 })).toMatchObject({ kind: 'not-in-sight' });
    const silent: ExpectedVolume = {
      total: 0,
      stretches: [{ from: at, to: at + DAY, total: 0 }],
      basis: 'same-weekday',
    };
    expect(
      calendar({
        burnRate: 50,
        horizon: { kind: 'calendar', expectedTotal: 1000, rest: silent },
      }),
    ).toMatchObject({ kind: 'not-in-sight' });
  });

  it('property: an even flow at rate b lasts as long as the rolling formula says', () => {
    const cases = fc.record({
      now: instants,
      elapsedDays: fc.integer({ min: 1, max: 29 }),
      burnRate: fc.double({ min: 1.1, max: 50, noNaN: true }),
      remaining: fc.double({ min: 0.01, max: 0.9, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ now, elapsedDays, burnRate, remaining }) => {
        const left = 30 - elapsedDays;
        const stretches = Array.from({ length: left }, (_, day) => ({
          from: now + day * DAY,
          to: now + (day + 1) * DAY,
          total: 100,
        }));
        const found = forecast({
          at: now,
          remaining,
          burnRate,
          window: '3d',
          horizon: {
            kind: 'calendar',
            expectedTotal: 3000,
            rest: { total: left * 100, stretches, basis: 'same-weekday' },
          },
        });
        const seconds = (remaining * 30 * DAY) / burnRate;
        fc.pre(Math.abs(seconds - left * DAY) > 1);
        expect(found.kind).toBe(seconds < left * DAY ? 'at' : 'not-in-sight');
        const error =
          found.kind === 'at' ? unixSeconds(found.at) - now - seconds : 0;
        expect(Math.abs(error)).toBeLessThan(0.01);
      }),
    );
  });
});

describe('forecastWindow', () => {
  const [, sixHours] = burnPairs({ windowSeconds: 30 * DAY, target: 0.999 });

  it('is the long window of the pair that burns', () => {
    expect(forecastWindow({ windowSeconds: 30 * DAY, burning: sixHours })).toBe(
      '6h',
    );
  });

  it.each([
    [30 * DAY, '3d'],
    [3 * DAY, '3d'],
    [3 * DAY - 1, '1d'],
    [DAY, '1d'],
    [3_600, '1h'],
    [300, '5m'],
    [60, '5m'],
  ])(
    'without one is the longest up to three days that %d s hold',
    (windowSeconds, window) => {
      expect(forecastWindow({ windowSeconds })).toBe(window);
    },
  );
});
