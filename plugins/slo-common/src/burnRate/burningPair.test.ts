import fc from 'fast-check';
import { counts, targets } from '../__testUtils__/arbitraries';
import { BURN_WINDOWS, type BurnWindow } from '../status/BurnRates';
import { burningPair, type BurnSums } from './burningPair';
import { burnPairs } from './burnPairs';
import { burnRate } from './burnRate';

const DAY = 86_400;
const target = 0.999;
const pairs = burnPairs({ windowSeconds: 30 * DAY, target });

/** 10,000 units in every window, with the given bad ones. */
function sumsOf(bad: Partial<Record<BurnWindow, number>>): BurnSums {
  return Object.fromEntries(
    BURN_WINDOWS.map(window => [
      window,
      { bad: bad[window] ?? 0, total: 10_000 },
    ]),
  ) as BurnSums;
}

const burning = (
  bad: Partial<Record<BurnWindow, number>>,
  unit: 'events' | 'slices' = 'events',
) => burningPair({ pairs, target, unit, sums: sumsOf(bad) });

describe('burningPair', () => {
  it('burns when both windows are above the factor', () => {
    expect(burning({ '1h': 145, '5m': 145 })).toEqual({
      severity: 'page',
      long: '1h',
      short: '5m',
      factor: 14.4,
    });
  });

  it('does not burn at exactly the factor', () => {
    expect(burning({ '1h': 144, '5m': 145 })).toBeUndefined();
    expect(burning({ '1h': 145, '5m': 144 })).toBeUndefined();
  });

  it('does not burn when it is over already, or has only begun', () => {
    expect(burning({ '1h': 500, '5m': 0 })).toBeUndefined();
    expect(burning({ '1h': 0, '5m': 500 })).toBeUndefined();
  });

  it('names the most severe of several', () => {
    const all = { '1h': 900, '5m': 900, '6h': 900, '30m': 900 };
    expect(burning(all)).toMatchObject({ long: '1h' });
    expect(burning({ ...all, '5m': 0 })).toMatchObject({ long: '6h' });
    expect(burning({ '1d': 31, '2h': 31 })).toMatchObject({
      severity: 'ticket',
      long: '1d',
    });
    expect(burning({ '3d': 11, '6h': 11 })).toMatchObject({ long: '3d' });
  });

  it('is not moved by one failure of a quiet service', () => {
    const quiet = (bad: number, total: number) =>
      burningPair({
        pairs,
        target,
        unit: 'events',
        sums: {
          ...sumsOf({}),
          '1h': { bad, total },
          '5m': { bad, total },
        },
      });
    expect(burnRate({ target, bad: 1, total: 20 })).toBe(50);
    expect(quiet(1, 20)).toBeUndefined();
    expect(quiet(9, 20)).toBeUndefined();
    expect(quiet(10, 20)).toMatchObject({ long: '1h' });
  });

  it('counts the minimum in the long window alone', () => {
    const sums = {
      ...sumsOf({}),
      '1h': { bad: 10, total: 20 },
      '5m': { bad: 1, total: 2 },
    };
    expect(burningPair({ pairs, target, unit: 'events', sums })).toMatchObject({
      long: '1h',
    });
  });

  it('takes a sum of fractions for the whole number it means', () => {
    const bad = Array.from({ length: 100 }, () => 0.1).reduce((a, b) => a + b);
    expect(bad).toBeLessThan(10);
    const sums = {
      ...sumsOf({}),
      '1h': { bad, total: 20 },
      '5m': { bad, total: 20 },
    };
    const options = { pairs, target, unit: 'events' as const };
    expect(burningPair({ ...options, sums })).toBeDefined();
    sums['1h'] = { bad: 9.99, total: 20 };
    expect(burningPair({ ...options, sums })).toBeUndefined();
  });

  it('needs two bad slices of time', () => {
    const slices = (bad: number) =>
      burningPair({
        pairs,
        target,
        unit: 'slices',
        sums: {
          ...sumsOf({}),
          '1h': { bad, total: 60 },
          '5m': { bad: 1, total: 5 },
        },
      });
    expect(slices(1)).toBeUndefined();
    expect(slices(2)).toMatchObject({ long: '1h' });
  });

  it('does not burn in silence, and not without pairs', () => {
    const silence = Object.fromEntries(
      BURN_WINDOWS.map(window => [window, { bad: 0, total: 0 }]),
    ) as BurnSums;
    const options = { target, unit: 'events' as const };
    expect(burningPair({ ...options, pairs, sums: silence })).toBeUndefined();
    expect(
      burningPair({ ...options, pairs: [], sums: sumsOf({ '1h': 9999 }) }),
    ).toBeUndefined();
  });

  it('property: what burns is over its factor in both windows', () => {
    const sums = fc
      .tuple(...BURN_WINDOWS.map(() => counts))
      .map(
        all =>
          Object.fromEntries(
            BURN_WINDOWS.map((window, index) => [window, all[index]]),
          ) as BurnSums,
      );
    fc.assert(
      fc.property(targets, sums, (promised, all) => {
        const candidates = burnPairs({
          windowSeconds: 30 * DAY,
          target: promised,
        });
        const found = burningPair({
          pairs: candidates,
          target: promised,
          unit: 'events',
          sums: all,
        });
        const over = candidates.filter(
          ({ long, short, factor }) =>
            burnRate({ target: promised, ...all[long] })! > factor &&
            burnRate({ target: promised, ...all[short] })! > factor &&
            all[long].bad >= 10,
        );
        expect(found).toEqual(over[0]);
      }),
    );
  });
});
