import fc from 'fast-check';
import { formatNumber } from './formatNumber';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [32_413_000, '32,413,000'],
    [-3, '\u22123'],
    [0.5240152, '0.5240152'],
    [0.52401523, '0.5240152'],
    [-0.126, '\u22120.126'],
    [14.4, '14.4'],
    [1234.5678, '1,234.568'],
    [0.999, '0.999'],
    [0.99999876, '0.99999876'],
    [0.9999999876, '0.9999999876'],
    [1e-7, '0.0000001'],
  ])('%p is %p', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('never writes a ratio below 1 as 1, nor a number as another', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1 - 1e-9, noNaN: true }), value => {
        const read = Number(formatNumber(value).replace(/,/g, ''));
        expect(read).toBeLessThan(1);
        expect(Math.abs(read - value)).toBeLessThanOrEqual(value * 1e-6);
      }),
    );
  });
});
