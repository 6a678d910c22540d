import fc from 'fast-check';
import { decimalText, equalPart, usd } from './micros';

describe('equalPart', () => {
  it('gives parts that differ by a millionth at most and make up the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 1, max: 31 }),
        (whole, parts) => {
          const cut = Array.from({ length: parts }, (_, index) =>
            equalPart(whole, parts, index),
          );
          expect(cut.reduce((sum, each) => sum + each, 0)).toBe(whole);
          expect(Math.max(...cut) - Math.min(...cut)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('decimalText', () => {
  it.each([
    [usd(312.4), '312.4'],
    [usd(-0.5), '-0.5'],
    [0, '0'],
    [1, '0.000001'],
    [usd(73), '73'],
  ])('writes %d as %s', (amount, text) => {
    expect(decimalText(amount)).toBe(text);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), amount => {
        expect(usd(Number(decimalText(amount)))).toBe(amount);
      }),
    );
  });
});
