import fc from 'fast-check';
import { compareRatios } from './compareRatios';
import type { MeasuredStep, RatioChange } from './RatioChange';

/** Steps of 100 units each, so many bad in each. */
const steps = (...bad: number[]): MeasuredStep[] =>
  bad.map(one => ({ bad: one, total: 100 }));

/** Pseudo-random numbers from 0 to 1, the same for a seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function changeOf(options: Parameters<typeof compareRatios>[0]): RatioChange {
  const change = compareRatios(options);
  if (typeof change === 'string') {
    throw new Error(`cannot tell: ${change}`);
  }
  return change;
}

describe('compareRatios', () => {
  it('agrees with the example of Newcombe (1998), table II, a', () => {
    // 56/70 against 48/80: difference 0.2, method 10: 0.0524 to 0.3339
    const { difference, interval, direction } = changeOf({
      before: [{ bad: 48, total: 80 }],
      after: [{ bad: 56, total: 70 }],
    });
    expect(difference).toBeCloseTo(0.2, 12);
    expect(interval.low).toBeCloseTo(0.0524, 4);
    expect(interval.high).toBeCloseTo(0.3339, 4);
    expect(direction).toBe('worse');
  });

  it('says worse, better, or that it is not clear', () => {
    expect(
      changeOf({ before: steps(0, 0, 1), after: steps(38) }),
    ).toMatchObject({ direction: 'worse', dispersion: 1 });
    expect(
      changeOf({ before: steps(38, 40), after: steps(0, 1) }).direction,
    ).toBe('better');
    const same = changeOf({ before: steps(2, 3), after: steps(3, 2) });
    expect(same.direction).toBe('no-clear-change');
    expect(same.interval.low).toBeLessThan(0);
    expect(same.interval.high).toBeGreaterThan(0);
  });

  it('blames no deployment for a burst of what bursts anyway', () => {
    const restless = steps(0, 0, 30, 0, 0, 0, 25, 0, 0, 5);
    const calm = steps(6, 6, 6, 6, 6, 6, 6, 6, 6, 6);
    const after = steps(15, 11);
    const told = changeOf({ before: restless, after });
    expect(changeOf({ before: calm, after }).direction).toBe('worse');
    expect(told.dispersion).toBeGreaterThan(10);
    expect(told.direction).toBe('no-clear-change');
  });

  it('cannot tell without traffic, or from under five units', () => {
    const idle = [{ bad: 0, total: 0 }];
    const few = [{ bad: 1, total: 4 }];
    expect(compareRatios({ before: idle, after: steps(1) })).toBe('no-traffic');
    expect(compareRatios({ before: steps(1), after: [] })).toBe('no-traffic');
    expect(compareRatios({ before: few, after: steps(1) })).toBe('too-few');
    expect(compareRatios({ before: steps(1), after: few })).toBe('too-few');
  });

  it('holds the true difference in 19 of 20 tries', () => {
    const random = randomOf(42);
    const drawn = (share: number) =>
      Array.from({ length: 12 }, () => ({
        bad: Array.from({ length: 50 }, () =>
          random() < share ? 1 : 0,
        ).reduce<number>((sum, one) => sum + one, 0),
        total: 50,
      }));
    let held = 0;
    const tries = 600;
    for (let n = 0; n < tries; n++) {
      const was = 0.02 + 0.3 * random();
      const is = 0.02 + 0.3 * random();
      const { interval } = changeOf({ before: drawn(was), after: drawn(is) });
      held += interval.low <= is - was && is - was <= interval.high ? 1 : 0;
    }
    expect(held / tries).toBeGreaterThan(0.94);
    expect(held / tries).toBeLessThan(0.995);
  });

  it('holds what was measured, within possible shares, and turns about', () => {
    const side = fc.array(
      fc
        .tuple(fc.nat(1_000), fc.nat(1_000))
        .map(([a, b]) => ({ bad: Math.min(a, b), total: Math.max(a, b) })),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(side, side, (before, after) => {
        const change = compareRatios({ before, after });
        if (typeof change === 'string') {
          return;
        }
        const { difference, interval } = change;
        expect(interval.low).toBeLessThanOrEqual(difference + 1e-9);
        expect(interval.high).toBeGreaterThanOrEqual(difference - 1e-9);
        expect(interval.low).toBeGreaterThanOrEqual(-1 - 1e-9);
        expect(interval.high).toBeLessThanOrEqual(1 + 1e-9);
        const back = changeOf({ before: after, after: before });
        expect(back.interval.low).toBeCloseTo(-interval.high, 9);
        expect(back.interval.high).toBeCloseTo(-interval.low, 9);
      }),
    );
  });
});
