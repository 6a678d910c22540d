import fc from 'fast-check';
import { formatMeasured } from './formatMeasured';

const locale = 'en-GB';

function shownOf(ratio: number, target?: number): number {
  return Number(formatMeasured(ratio, { locale, target }).replace('%', ''));
}

describe('formatMeasured', () => {
  it.each([
    [1, '100%'],
    [0.99952, '99.952%'],
    [0.999987, '99.9987%'],
    [0.5, '50.0%'],
    [0, '0.0%'],
    [0.9873, '98.7%'],
    [0.99956, '99.956%'],
    // One bad request in a billion is not none.
    [0.999999999, '99.99999990%'],
    [0.9999, '99.990%'],
    [0.999, '99.90%'],
    // 0.9995 and its neighbours round up into the next nine.
    [0.99996, '99.9960%'],
  ])('shows two digits after the nines of %p: %p', (ratio, text) => {
    expect(formatMeasured(ratio, { locale })).toBe(text);
  });

  it.each([
    [0.98996, 0.99, '98.996%'],
    [0.9899996, 0.99, '98.99996%'],
    [0.99000004, 0.99, '99.000004%'],
    [0.99, 0.99, '99.0%'],
    [0.999, 0.999, '99.90%'],
    [0.9995, 0.9995, '99.950%'],
    // A tie, which Intl rounds up to the target.
    [0.8999995, 0.9, '89.99995%'],
  ])('keeps %p on its side of the target %p: %p', (ratio, target, text) => {
    expect(formatMeasured(ratio, { locale, target })).toBe(text);
  });

  it("writes as the reader's locale does", () => {
    expect(formatMeasured(0.99952, { locale: 'de' })).toBe('99,952\u00a0%');
  });

  it('never reads 100% while one of up to a billion units was bad', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.nat({ max: 1e6 }),
        (total, more) => {
          const bad = Math.min(total, 1 + more);
          expect(shownOf((total - bad) / total)).toBeLessThan(100);
        },
      ),
      { seed: 11, numRuns: 3000 },
    );
  });

  it('never lands on the other side of the target, nor on it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0.9, 0.95, 0.99, 0.995, 0.999, 0.9995, 0.9999),
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.constantFrom(1e7, 1e8, 1e9, 1e10),
        (target, distance, unit) => {
          // Ratios on a decimal grid, since those meet the ties of rounding.
          const ratio = Number((target + distance / unit).toFixed(10));
          fc.pre(ratio >= 0 && ratio <= 1);
          const bound = Number((target * 100).toFixed(9));
          expect(Math.sign(shownOf(ratio, target) - bound)).toBe(
            Math.sign(Number((ratio * 100).toFixed(9)) - bound),
          );
        },
      ),
      { seed: 13, numRuns: 5000 },
    );
  });

  it('is right to within a twentieth of what was bad', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1, noNaN: true }), bad => {
        const shownBad = 100 - shownOf(1 - bad);
        expect(Math.abs(shownBad - bad * 100)).toBeLessThanOrEqual(
          Math.max(0.05 * bad * 100, 1e-12) + 1e-10,
        );
      }),
      { seed: 17, numRuns: 2000 },
    );
  });
});
