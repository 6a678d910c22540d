import fc from 'fast-check';
import { exactOf, formatExact, parseExact } from './exactDecimals';

describe('exact decimals', () => {
  it.each([
    ['0', 0n, '0.00'],
    ['1', 10n ** 15n, '1.00'],
    ['-0.000000000000001', -1n, '-0.000000000000001'],
    ['12.5', 12_500_000_000_000_000n, '12.50'],
    ['3.', 3n * 10n ** 15n, '3.00'],
  ])('reads %s as %s and writes %s', (text, units, written) => {
    expect(parseExact(text)).toBe(units);
    expect(formatExact(units)).toBe(written);
  });

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), units => {
        expect(parseExact(formatExact(units))).toBe(units);
      }),
    );
  });

  it('knows how much a nano-unit is', () => {
    expect(formatExact(exactOf(-1n))).toBe('-0.000000001');
  });

  it.each(['', 'NaN', '1e3', '--1', '1,5'])('refuses %p', text => {
    expect(() => parseExact(text)).toThrow(/is no decimal/);
  });
});
