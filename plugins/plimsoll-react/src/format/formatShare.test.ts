import fc from 'fast-check';
import { formatShare } from './formatShare';

const locale = 'en-GB';

describe('formatShare', () => {
  it.each([
    [0.524, '52.4%'],
    [1, '100.0%'],
    [0, '0.0%'],
    [-0, '0.0%'],
    [-0.126, '\u221212.6%'],
    [-4.2, '\u2212420.0%'],
    [12.5, '1,250.0%'],
    // Neither none nor all is ever made of something between.
    [0.0004, '0.04%'],
    [-0.0004, '\u22120.04%'],
    [0.00001, '0.001%'],
    [0.9996, '99.96%'],
    [0.9999999, '99.99999%'],
    [1.0001, '100.01%'],
    // A tie, which Intl rounds up to all of it.
    [0.999995, '99.9995%'],
  ])('writes %p as %p', (ratio, text) => {
    expect(formatShare(ratio, { locale })).toBe(text);
  });

  it('shows as many decimals as are asked for, and more where it must', () => {
    expect(formatShare(0.2, { locale, decimals: 0 })).toBe('20%');
    expect(formatShare(0.004, { locale, decimals: 0 })).toBe('0.4%');
    expect(formatShare(0.996, { locale, decimals: 0 })).toBe('99.6%');
    expect(formatShare(0.12345, { locale, decimals: 2 })).toBe('12.35%');
  });

  it('always shows the sign of a change', () => {
    expect(formatShare(0.075, { locale, signed: true })).toBe('+7.5%');
    expect(formatShare(-0.075, { locale, signed: true })).toBe('\u22127.5%');
    expect(formatShare(0, { locale, signed: true })).toBe('0.0%');
  });

  it("writes as the reader's locale does", () => {
    expect(formatShare(-0.126, { locale: 'de' })).toBe('\u221212,6\u00a0%');
  });

  it('never reads as none or all of it when it is neither', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ min: -3, max: 3, noNaN: true }),
          // Short decimals, since those meet the ties of rounding.
          fc.integer({ min: 1, max: 10_000 }).map(n => 1 - n / 1e6),
          fc.integer({ min: 1, max: 10_000 }).map(n => 1 - n / 1e8),
        ),
        fc.integer({ min: 0, max: 3 }),
        (ratio, decimals) => {
          // Closer than this no digit of a percentage shows a difference.
          fc.pre(Math.abs(ratio) > 1e-13 && Math.abs(ratio - 1) > 1e-13);
          const shown = Number(
            formatShare(ratio, { locale, decimals })
              .replace('\u2212', '-')
              .replace('%', ''),
          );
          expect(shown).not.toBe(0);
          expect(shown).not.toBe(100);
          expect(Math.sign(shown)).toBe(Math.sign(ratio));
          expect(Math.sign(shown - 100)).toBe(Math.sign(ratio - 1));
          expect(Math.abs(shown - ratio * 100)).toBeLessThanOrEqual(
            0.5 * 10 ** -decimals + 1e-9,
          );
        },
      ),
      { seed: 7, numRuns: 2000 },
    );
  });
});
