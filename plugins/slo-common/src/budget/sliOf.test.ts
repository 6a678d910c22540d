import fc from 'fast-check';
import { counts } from '../__testUtils__/arbitraries';
import { sliOf } from './sliOf';

describe('sliOf', () => {
  it('is the share of good units', () => {
    expect(sliOf({ bad: 1, total: 4 })).toBe(0.75);
    expect(sliOf({ bad: 0, total: 4 })).toBe(1);
    expect(sliOf({ bad: 4, total: 4 })).toBe(0);
  });

  it('pitfall 2: is absent without events, never 100 %', () => {
    expect(sliOf({ bad: 0, total: 0 })).toBeUndefined();
  });

  it('pitfall 4: good > total and bad > total stay within 0..1', () => {
    expect(sliOf({ bad: -3, total: 100 })).toBe(1);
    expect(sliOf({ bad: 103, total: 100 })).toBe(0);
  });

  it('property: lies within 0..1 and is below 1 when a unit was bad', () => {
    fc.assert(
      fc.property(
        counts.filter(({ total }) => total > 0),
        ({ bad, total }) => {
          const sli = sliOf({ bad, total })!;
          expect(sli).toBeGreaterThanOrEqual(0);
          expect(sli).toBeLessThanOrEqual(1);
          expect(sli < 1).toBe(bad > 0);
        },
      ),
    );
  });
});
