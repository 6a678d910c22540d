import fc from 'fast-check';
import { splitByWeights } from './splitByWeights';

/** `COST_PROPERTY_RUNS=2000000` looks longer. */
const numRuns = Number(process.env.COST_PROPERTY_RUNS ?? 5_000);

const totals = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const weightLists = fc.oneof(
  fc.array(fc.double({ min: 0, max: 1e15, noNaN: true }), { maxLength: 40 }),
  fc.array(fc.bigInt({ min: 0n, max: 10n ** 18n }), { maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 }),
);

function sum(parts: readonly bigint[]): bigint {
  return parts.reduce((a, b) => a + b, 0n);
}

describe('splitByWeights', () => {
  it('gives the remainder to whom it was closest to', () => {
    expect(splitByWeights({ total: 10n, weights: [1, 1, 1] })).toEqual([
      4n,
      3n,
      3n,
    ]);
    // Quotas 1.6, 2.4 and 6: the first is nearer to the next whole one.
    expect(splitByWeights({ total: 10n, weights: [16n, 24n, 60n] })).toEqual([
      2n,
      2n,
      6n,
    ]);
  });

  it('splits what was credited like what was charged', () => {
    expect(splitByWeights({ total: -10n, weights: [16n, 24n, 60n] })).toEqual([
      -2n,
      -2n,
      -6n,
    ]);
  });

  it('splits evenly where no weight says anything', () => {
    expect(splitByWeights({ total: 7n, weights: [0, 0] })).toEqual([4n, 3n]);
    expect(splitByWeights({ total: 7n, weights: [0n, 0n] })).toEqual([4n, 3n]);
  });

  it('gives nothing to nobody', () => {
    expect(splitByWeights({ total: 7n, weights: [] })).toEqual([]);
  });

  it.each([[[1, -1]], [[1, Number.NaN]], [[Infinity]], [[-1n]]])(
    'refuses %p',
    weights => {
      expect(() =>
        splitByWeights({ total: 1n, weights: weights as number[] }),
      ).toThrow(/weight/);
    },
  );

  it('adds up to the sum', () => {
    fc.assert(
      fc.property(totals, weightLists, (total, weights) => {
        const parts = splitByWeights({ total, weights });
        expect(sum(parts)).toBe(parts.length === 0 ? 0n : total);
      }),
      { numRuns },
    );
  });

  it('gives everybody the quota, rounded down or up', () => {
    const weightsWithSome = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 18n }), { minLength: 1 })
      .filter(weights => sum(weights) > 0n);
    fc.assert(
      fc.property(totals, weightsWithSome, (total, weights) => {
        const whole = sum(weights);
        splitByWeights({ total, weights }).forEach((part, index) => {
          const off = part * whole - total * weights[index];
          expect(off < whole && -off < whole).toBe(true);
        });
      }),
      { numRuns },
    );
  });

  it('gives the same weight the same, but for the last unit', () => {
    fc.assert(
      fc.property(totals, weightLists, (total, weights) => {
        const parts = splitByWeights({ total, weights });
        const seen = new Map<number | bigint, bigint>();
        weights.forEach((weight, index) => {
          const other = seen.get(weight);
          const off = other === undefined ? 0n : other - parts[index];
          expect(off <= 1n && off >= -1n).toBe(true);
          seen.set(weight, other ?? parts[index]);
        });
      }),
      { numRuns },
    );
  });

  it('is not moved by the size of the weights', () => {
    fc.assert(
      fc.property(
        totals,
        fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 50 }),
        (total, weights, factor) => {
          expect(
            splitByWeights({
              total,
              weights: weights.map(weight => BigInt(weight * factor)),
            }),
          ).toEqual(splitByWeights({ total, weights: weights.map(BigInt) }));
        },
      ),
      { numRuns: Math.ceil(numRuns / 5) },
    );
  });
});
