import fc from 'fast-check';
import { nearestPoint } from './nearestPoint';

describe('nearestPoint', () => {
  it('has no answer without instants', () => {
    expect(nearestPoint([], new Date(0))).toBeUndefined();
  });

  it('is as near as any other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 10_000 }), { minLength: 1 }),
        fc.integer({ min: -500, max: 10_500 }),
        (times, time) => {
          const sorted = [...times].sort((a, b) => a - b);
          const index = nearestPoint(
            sorted.map(ms => new Date(ms)),
            new Date(time),
          );
          const least = Math.min(...sorted.map(ms => Math.abs(ms - time)));
          expect(Math.abs(sorted[index!] - time)).toBe(least);
        },
      ),
      { seed: 41, numRuns: 500 },
    );
  });
});
