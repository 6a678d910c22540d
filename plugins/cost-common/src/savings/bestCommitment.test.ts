import fc from 'fast-check';
import { unitsOf } from '../money/unitsOf';
import { bestCommitment } from './bestCommitment';

/** What an hour costs on average with a commitment. */
function costWith(
  hourly: readonly number[],
  commitment: number,
  discount: number,
): number {
  const covered = commitment / (1 - discount);
  const beyond = hourly.reduce((sum, u) => sum + Math.max(0, u - covered), 0);
  return commitment + beyond / hourly.length;
}

describe('bestCommitment', () => {
  it('commits to all of a steady spend', () => {
    expect(
      bestCommitment({ hourly: Array(100).fill(10), discount: 0.3 }),
    ).toEqual(
      expect.objectContaining({
        hourlyCommitment: 7,
        monthly: 2_190_000_000_000n,
        base: 7_300_000_000_000n,
        utilisation: 1,
        coverage: 1,
        breakEvenUtilisation: 0.7,
        breakEvenMonths: expect.closeTo(8.4, 9),
      }),
    );
  });

  it('commits to the quantile at the discount, and no further', () => {
    const hourly = Array.from({ length: 100 }, (_, n) => n + 1);
    const best = bestCommitment({ hourly, discount: 0.28 });
    expect(best?.hourlyCommitment).toBeCloseTo(0.72 * 28, 9);
    expect(best?.utilisation).toBeLessThan(1);
    expect(best?.breakEvenMonths).toBeGreaterThan(12 * 0.72);
  });

  it('commits to nothing where nothing is steady', () => {
    const bursts = [...Array(90).fill(0), ...Array(10).fill(50)];
    expect(bestCommitment({ hourly: bursts, discount: 0.3 })).toBeUndefined();
    expect(bestCommitment({ hourly: [], discount: 0.3 })).toBeUndefined();
    expect(bestCommitment({ hourly: [-3, 0], discount: 0.3 })).toBeUndefined();
  });

  it.each([0, 1, -0.1, Number.NaN])('refuses a discount of %p', discount => {
    expect(() => bestCommitment({ hourly: [1], discount })).toThrow(
      'must be between 0 and 1',
    );
  });

  it('saves as much as the best that can be found by trying', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.double({ min: 0.05, max: 0.7, noNaN: true }),
        (hourly, discount) => {
          const without = costWith(hourly, 0, discount);
          // The optimum is where the covered spend is one of the values.
          const tried = hourly.map(
            u => without - costWith(hourly, (1 - discount) * u, discount),
          );
          const most = Math.max(0, ...tried) * 730;
          const best = bestCommitment({ hourly, discount });
          expect(unitsOf(best?.monthly ?? 0n)).toBeCloseTo(most, 4);
          expect((best?.monthly ?? 0n) <= (best?.base ?? 0n)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('draws a curve from nothing over the best to all', () => {
    const hourly = Array.from({ length: 100 }, (_, n) => 20 + (n % 10));
    const best = bestCommitment({ hourly, discount: 0.28 });
    const curve = best?.curve ?? [];
    expect(curve).toHaveLength(21);
    expect(curve[0]).toEqual({ hourlyCommitment: 0, saving: 0 });
    expect(curve[20].hourlyCommitment).toBeCloseTo(0.72 * 29, 9);
    expect(Math.max(...curve.map(({ saving }) => saving))).toBeLessThanOrEqual(
      unitsOf(best?.monthly ?? 0n) + 1e-6,
    );
  });
});
