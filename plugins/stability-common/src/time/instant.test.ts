import fc from 'fast-check';
import { isoOf, millisOf } from './instant';

describe('isoOf', () => {
  it('writes every instant as Date does', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: -8.64e15, max: 8.64e15 }),
          fc.integer({ min: 0, max: Date.UTC(10_001, 0) }),
          fc.double({ min: -1e13, max: 1e13, noNaN: true }),
        ),
        millis => {
          expect(isoOf(millis)).toBe(new Date(millis).toISOString());
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [-1, '1969-12-31T23:59:59.999Z'],
    [Date.UTC(2026, 10, 21, 23, 59, 59, 7), '2026-11-21T23:59:59.007Z'],
    [Date.UTC(10_000, 0) - 1, '9999-12-31T23:59:59.999Z'],
    [Date.UTC(10_000, 0), '+010000-01-01T00:00:00.000Z'],
  ])('writes %i', (millis, text) => {
    expect(isoOf(millis)).toBe(text);
    expect(millisOf(text)).toBe(millis);
  });

  it('has none for none, and refuses what is no instant', () => {
    expect(isoOf(undefined)).toBeUndefined();
    expect(() => isoOf(NaN)).toThrow(RangeError);
    expect(() => isoOf(8.65e15)).toThrow(RangeError);
  });
});
