import fc from 'fast-check';
import { targets } from '../__testUtils__/arbitraries';
import { allowedBad, budgetRatio } from './allowedBad';

describe('budgetRatio', () => {
  it.each([
    [0, 1],
    [0.5, 0.5],
    [0.9, 0.1],
    [0.92, 0.08],
    [0.95, 0.05],
    [0.99, 0.01],
    [0.995, 0.005],
    [0.999, 0.001],
    [0.9995, 0.0005],
    [0.9999, 0.0001],
    [0.99999, 0.00001],
    [0.999999, 0.000001],
    [0.999999999, 0.000000001],
    [0.99999999999, 0.00000000001],
  ])('pitfall 10: leaves no float residue: 1 - %d', (target, ratio) => {
    expect(budgetRatio(target)).toBe(ratio);
  });

  it('pitfall 10: the residue would be there', () => {
    expect(1 - 0.999).not.toBe(0.001);
  });

  it('keeps a target whose digits go on', () => {
    expect(budgetRatio(2 / 3)).toBeCloseTo(1 / 3, 15);
    expect(budgetRatio(1 - Number.EPSILON)).toBeGreaterThan(0);
    expect(budgetRatio(1 - Number.EPSILON)).toBeCloseTo(0, 15);
  });

  it('property: is 1 - target as the decimals mean it', () => {
    const cases = fc
      .integer({ min: 1, max: 9 })
      .chain(decimals =>
        fc
          .integer({ min: 0, max: 10 ** decimals - 1 })
          .map(value => ({ decimals, value })),
      );
    fc.assert(
      fc.property(cases, ({ decimals, value }) => {
        const scale = 10 ** decimals;
        expect(budgetRatio(value / scale)).toBe((scale - value) / scale);
      }),
    );
  });
});

describe('allowedBad', () => {
  it.each([
    [0.999, 32_413_000, 32_413],
    [0.93, 100, 7],
    [0.9, 0, 0],
    [0, 17, 17],
    [0.999, 1, 0.001],
    [0.995, 10.5, 0.0525],
  ])('pitfall 10: %d of %d allows exactly %d', (target, total, allowed) => {
    expect(allowedBad({ target, total })).toBe(allowed);
  });

  it('property: the allowed number of failures of a whole total is exact', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (numerator, thousands) => {
          const total = thousands * 100_000;
          const target = (100_000 - numerator) / 100_000;
          expect(allowedBad({ target, total })).toBe(numerator * thousands);
        },
      ),
    );
  });

  it('property: grows with the total and shrinks with the target', () => {
    fc.assert(
      fc.property(
        targets,
        targets,
        fc.nat(1e9),
        fc.nat(1e9),
        (target, other, total, more) => {
          const allowed = allowedBad({ target, total });
          expect(
            allowedBad({ target, total: total + more }),
          ).toBeGreaterThanOrEqual(allowed);
          expect(
            allowedBad({ target: Math.max(target, other), total }),
          ).toBeLessThanOrEqual(allowed);
        },
      ),
    );
  });
});
