import fc from 'fast-check';
import { counts, targets } from '../__testUtils__/arbitraries';
import { errorBudget } from '../budget/errorBudget';
import type { ExpectedVolume } from './expectedVolume';
import { projectBudget } from './projectBudget';

const restOf = (total: number): ExpectedVolume => ({
  total,
  stretches: [],
  basis: 'all-days',
});

describe('projectBudget', () => {
  it('pitfall 11: judges an unfinished window by its expected whole, and says on what ground', () => {
    expect(
      projectBudget({
        target: 0.99,
        soFar: { bad: 20, total: 1000 },
        rest: restOf(9000),
      }),
    ).toEqual({
      expectedTotal: 10_000,
      basis: 'all-days',
      bad: 20,
      total: 10_000,
      allowed: 100,
      consumed: 0.2,
      remaining: 0.8,
    });
  });

  it('is the budget so far when nothing is to come', () => {
    const soFar = { bad: 20, total: 1000 };
    expect(
      projectBudget({ target: 0.99, soFar, rest: restOf(0) }),
    ).toMatchObject(errorBudget({ target: 0.99, ...soFar }));
  });

  it('property: never lower than so far, and falls with every bad unit', () => {
    fc.assert(
      fc.property(
        targets,
        counts.filter(({ total }) => total > 0),
        fc.nat(1e6),
        (target, soFar, rest) => {
          const projected = projectBudget({
            target,
            soFar,
            rest: restOf(rest),
          });
          const budget = errorBudget({ target, ...soFar });
          expect(projected.remaining!).toBeGreaterThanOrEqual(
            budget.remaining!,
          );
          const worse = projectBudget({
            target,
            // One of the expected units came, and was bad.
            soFar: { bad: soFar.bad + 1, total: soFar.total + 1 },
            rest: restOf(rest),
          });
          const fixed = errorBudget({
            target,
            bad: soFar.bad + 1,
            total: projected.expectedTotal,
          });
          expect(fixed.remaining!).toBeLessThan(projected.remaining!);
          expect(worse.expectedTotal).toBe(projected.expectedTotal + 1);
        },
      ),
    );
  });
});
