import fc from 'fast-check';
import { formatCount } from './formatCount';

const locale = 'en-GB';

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [61, '61'],
    [32413, '32,413'],
    [1234567.4, '1,234,567'],
    [0.5, '1'],
    [0.3, '0.3'],
    [0.0421, '0.04'],
    [-5, '\u22125'],
    [-0.2, '\u22120.2'],
  ])('writes %p as %p', (count, text) => {
    expect(formatCount(count, { locale })).toBe(text);
  });

  it("groups as the reader's locale does", () => {
    expect(formatCount(32413, { locale: 'de' })).toBe('32.413');
  });

  it('never reads as zero unless it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), count => {
        const shown = Number(formatCount(count, { locale }).replace(/,/g, ''));
        expect(shown).toBeGreaterThan(0);
        expect(Math.abs(shown - count)).toBeLessThanOrEqual(0.5);
      }),
      { seed: 23, numRuns: 2000 },
    );
  });
});
