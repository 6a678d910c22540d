import fc from 'fast-check';
import { counts, targets } from '../__testUtils__/arbitraries';
import { BURN_WINDOWS } from '../status/BurnRates';
import type { BurnSums } from './burningPair';
import { burnRate } from './burnRate';
import { burnRates } from './burnRates';

describe('burnRate', () => {
  it('is 1 when exactly the allowed share fails', () => {
    expect(burnRate({ target: 0.999, bad: 1, total: 1_000 })).toBe(1);
    expect(burnRate({ target: 0.9, bad: 3, total: 30 })).toBe(1);
  });

  it('is 14.4 when 2 % of thirty days go in an hour', () => {
    expect(burnRate({ target: 0.999, bad: 144, total: 10_000 })).toBe(14.4);
  });

  it('is at most 1 / (1 - target)', () => {
    expect(burnRate({ target: 0.99, bad: 50, total: 50 })).toBe(100);
  });

  it('is absent without events', () => {
    expect(burnRate({ target: 0.99, bad: 0, total: 0 })).toBeUndefined();
  });

  it('property: does not change when everything is counted twice', () => {
    fc.assert(
      fc.property(targets, counts, (target, { bad, total }) => {
        const once = burnRate({ target, bad, total });
        const twice = burnRate({ target, bad: 2 * bad, total: 2 * total });
        expect(twice).toBe(once);
      }),
    );
  });

  it('property: the rate of a whole lies between the rates of its parts', () => {
    const busy = counts.filter(({ total }) => total > 0);
    fc.assert(
      fc.property(targets, busy, busy, (target, one, two) => {
        const rates = [one, two].map(part => burnRate({ target, ...part })!);
        const whole = burnRate({
          target,
          bad: one.bad + two.bad,
          total: one.total + two.total,
        })!;
        expect(whole).toBeGreaterThanOrEqual(Math.min(...rates) * (1 - 1e-12));
        expect(whole).toBeLessThanOrEqual(Math.max(...rates) * (1 + 1e-12));
      }),
    );
  });
});

describe('burnRates', () => {
  it('names the windows that have a rate and leaves the others out', () => {
    const sums = Object.fromEntries(
      BURN_WINDOWS.map((window, index) => [
        window,
        { bad: index, total: index === 2 ? 0 : 100 },
      ]),
    ) as BurnSums;
    expect(burnRates({ target: 0.99, sums })).toStrictEqual({
      '5m': 0,
      '30m': 1,
      '2h': 3,
      '6h': 4,
      '1d': 5,
      '3d': 6,
    });
  });
});
