import fc from 'fast-check';
import { counts, targets } from '../__testUtils__/arbitraries';
import { burnRate } from '../burnRate/burnRate';
import { budgetSpent } from './budgetSpent';
import { errorBudget } from './errorBudget';
import { sliOf } from './sliOf';

describe('errorBudget', () => {
  it('counts what is spent and what is left', () => {
    expect(
      errorBudget({ target: 0.999, bad: 15_428, total: 32_413_000 }),
    ).toEqual({
      consumed: 15_428 / 32_413,
      remaining: 1 - 15_428 / 32_413,
      bad: 15_428,
      total: 32_413_000,
      allowed: 32_413,
    });
  });

  it('is untouched without failures', () => {
    const budget = errorBudget({ target: 0.99, bad: 0, total: 1 });
    expect(budget).toMatchObject({ consumed: 0, remaining: 1 });
  });

  it('is spent exactly by exactly the allowed failures', () => {
    const budget = errorBudget({ target: 0.93, bad: 7, total: 100 });
    expect(budget).toMatchObject({ consumed: 1, remaining: 0, allowed: 7 });
  });

  it('goes below zero and is never clamped', () => {
    const budget = errorBudget({ target: 0.999, bad: 100, total: 1_000 });
    expect(budget).toMatchObject({ consumed: 100, remaining: -99 });
  });

  it('pitfall 2: no events leave no ratio, and no hundred percent', () => {
    expect(errorBudget({ target: 0.999, bad: 0, total: 0 })).toStrictEqual({
      bad: 0,
      total: 0,
      allowed: 0,
    });
  });

  it('property: the figures fit each other', () => {
    fc.assert(
      fc.property(
        targets,
        counts.filter(({ total }) => total > 0),
        (target, { bad, total }) => {
          const { consumed, remaining, allowed } = errorBudget({
            target,
            bad,
            total,
          });
          expect(consumed! + remaining!).toBeCloseTo(1, 9);
          expect(consumed! * allowed!).toBeCloseTo(bad, 6);
        },
      ),
    );
  });

  it('property: within the budget means within the promise', () => {
    fc.assert(
      fc.property(
        targets,
        counts.filter(({ total }) => total > 0),
        (target, { bad, total }) => {
          const sli = sliOf({ bad, total })!;
          fc.pre(Math.abs(sli - target) > 1e-12);
          const { remaining } = errorBudget({ target, bad, total });
          expect(remaining! > 0).toBe(sli > target);
        },
      ),
    );
  });

  it('property: consumed is the burn rate over the whole window', () => {
    fc.assert(
      fc.property(targets, counts, (target, { bad, total }) => {
        expect(errorBudget({ target, bad, total }).consumed).toBe(
          burnRate({ target, bad, total }),
        );
      }),
    );
  });

  it('property: the stretches of a window spend what the window spent', () => {
    fc.assert(
      fc.property(
        targets,
        fc.array(counts, { minLength: 1, maxLength: 20 }),
        (target, stretches) => {
          const bad = stretches.reduce((sum, each) => sum + each.bad, 0);
          const total = stretches.reduce((sum, each) => sum + each.total, 0);
          fc.pre(total > 0);
          const { consumed } = errorBudget({ target, bad, total });
          const spent = stretches
            .map(each =>
              budgetSpent({ target, bad: each.bad, windowTotal: total }),
            )
            .reduce<number>((sum, share) => sum + share!, 0);
          expect(spent / consumed! || 1).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('property: one more failure never leaves more', () => {
    fc.assert(
      fc.property(
        targets,
        counts.filter(({ total }) => total > 0),
        (target, { bad, total }) => {
          const before = errorBudget({ target, bad, total });
          const after = errorBudget({ target, bad: bad + 1, total });
          expect(after.remaining!).toBeLessThan(before.remaining!);
        },
      ),
    );
  });
});
