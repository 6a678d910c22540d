import fc from 'fast-check';
import { splitDuration, type DurationPart } from './splitDuration';

const SECONDS: Record<DurationPart['unit'], number> = {
  day: 86_400,
  hour: 3_600,
  minute: 60,
  second: 1,
  millisecond: 0.001,
};

function wordsOf(seconds: number): string {
  return splitDuration(seconds)
    .map(({ value, unit }) => `${value} ${unit}`)
    .join(' ');
}

describe('splitDuration', () => {
  it.each([
    [0, '0 millisecond'],
    [0.25, '250 millisecond'],
    [0.9994, '999 millisecond'],
    [0.9996, '1 second'],
    [1, '1 second'],
    [59.4, '59 second'],
    [59.6, '1 minute'],
    [138, '2 minute 18 second'],
    [3_599.6, '1 hour'],
    [3_600, '1 hour'],
    [11_520, '3 hour 12 minute'],
    [86_369, '23 hour 59 minute'],
    [86_399, '24 hour'],
    [93_600, '26 hour'],
    [171_000, '2 day'],
    [172_800, '2 day'],
    [2_592_000, '30 day'],
  ])('cuts %p s into %p', (seconds, words) => {
    expect(wordsOf(seconds)).toBe(words);
  });

  it('takes two units at most, each whole and below the next', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ min: 0, max: 200_000, noNaN: true }),
          fc.double({ min: 0, max: 5e7, noNaN: true }),
          // Around the seams between units.
          fc
            .tuple(
              fc.constantFrom(1, 60, 3_600, 86_400, 172_800),
              fc.double({ min: -1, max: 1, noNaN: true }),
            )
            .map(([seam, offset]) => seam + offset),
        ),
        seconds => {
          const parts = splitDuration(seconds);
          expect(parts.length === 1 || parts.length === 2).toBe(true);
          for (const { value, unit } of parts) {
            expect(Number.isInteger(value)).toBe(true);
            const most = { day: Infinity, hour: 47, minute: 59, second: 59 };
            expect(value).toBeLessThanOrEqual(
              unit === 'millisecond' ? 999 : most[unit],
            );
          }
          // A second part is never zero, and the next smaller unit.
          expect(
            parts
              .slice(1)
              .filter(
                ({ value, unit }) =>
                  value <= 0 || SECONDS[unit] !== SECONDS[parts[0].unit] / 60,
              ),
          ).toEqual([]);
        },
      ),
      { seed: 29, numRuns: 3000 },
    );
  });

  it('is at most half of its smallest possible unit away', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5e6, noNaN: true }), seconds => {
        const sum = splitDuration(seconds)
          .map(({ value, unit }) => value * SECONDS[unit])
          .reduce((a, b) => a + b, 0);
        const grain = [
          { below: 1, unit: 0.001 },
          { below: 3_600, unit: 1 },
          { below: 86_400, unit: 60 },
          { below: 171_000, unit: 3_600 },
        ].find(({ below }) => seconds < below)?.unit;
        expect(Math.abs(sum - seconds)).toBeLessThanOrEqual(
          (grain ?? 86_400) / 2 + 1e-6,
        );
      }),
      { seed: 31, numRuns: 3000 },
    );
  });

  it('tells an age as no more than has passed, and as less than a unit less', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5e7, noNaN: true }), seconds => {
        const parts = splitDuration(seconds, { passed: true });
        const told = parts
          .map(({ value, unit }) => value * SECONDS[unit])
          .reduce((a, b) => a + b, 0);
        expect(told).toBeLessThanOrEqual(seconds);
        const grain = [
          { below: 3_600, unit: 1 },
          { below: 86_400, unit: 60 },
          { below: 172_800, unit: 3_600 },
        ].find(({ below }) => seconds < below)?.unit;
        expect(seconds - told).toBeLessThan(grain ?? 86_400);
      }),
      { seed: 37, numRuns: 3000 },
    );
  });
});
