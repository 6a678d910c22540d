import fc from 'fast-check';
import { formatBurnRate } from './formatBurnRate';

const locale = 'en-GB';

describe('formatBurnRate', () => {
  it.each([
    [0, '0.0\u00d7'],
    [0.4, '0.4\u00d7'],
    [1, '1.0\u00d7'],
    [14.4, '14.4\u00d7'],
    [99.94, '99.9\u00d7'],
    [99.96, '100\u00d7'],
    [384, '384\u00d7'],
    [1234.5, '1,235\u00d7'],
    [0.04, '0.04\u00d7'],
    [0.0003, '0.0003\u00d7'],
    [-0.4, '\u22120.4\u00d7'],
  ])('writes %p as %p', (rate, text) => {
    expect(formatBurnRate(rate, { locale })).toBe(text);
  });

  it("writes as the reader's locale does", () => {
    expect(formatBurnRate(14.4, { locale: 'de' })).toBe('14,4\u00d7');
  });

  it('never reads as zero while budget burns', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), rate => {
        const shown = Number(
          formatBurnRate(rate, { locale }).replace(/[,\u00d7]/g, ''),
        );
        expect(shown).toBeGreaterThan(0);
        expect(Math.abs(shown - rate)).toBeLessThanOrEqual(
          rate >= 99.95 ? 0.5 : 0.05 + 1e-9,
        );
      }),
      { seed: 19, numRuns: 2000 },
    );
  });
});
