import { mean } from 'simple-statistics';
import { normalOf, randomOf } from '../__testUtils__/series';
import { roughWeekdayLevels, weekdayLevels } from './weekdayLevels';

const LEVELS = [0.2, -0.1, 0, 0.05, 0, -0.05, -0.1];

function valuesOf(options: { noise?: number; stepAt?: number[] } = {}) {
  const { noise = 0, stepAt = [] } = options;
  const normal = normalOf(randomOf(3));
  return new Map(
    Array.from({ length: 70 }, (_, n) => {
      const steps = stepAt.filter(at => n >= at).length;
      return [700 + n, LEVELS[n % 7] + 0.3 * (steps % 2) + noise * normal()];
    }),
  );
}

describe.each([
  ['roughWeekdayLevels', roughWeekdayLevels],
  ['weekdayLevels', weekdayLevels],
])('%s', (_, levelsOf) => {
  it('says what each weekday is above the others', () => {
    levelsOf(valuesOf()).forEach((level, weekday) =>
      expect(level).toBeCloseTo(LEVELS[weekday] - mean(LEVELS), 9),
    );
    levelsOf(valuesOf({ noise: 0.01 })).forEach((level, weekday) =>
      expect(Math.abs(level - LEVELS[weekday])).toBeLessThan(0.03),
    );
  });

  it('says nothing of fewer than two weeks', () => {
    const few = new Map([...valuesOf()].slice(0, 7));
    expect(levelsOf(few).every(level => level === 0)).toBe(true);
  });
});

describe('roughWeekdayLevels', () => {
  it('does not mind that levels change time and again', () => {
    const values = valuesOf({ stepAt: [8, 18, 28, 43, 53, 63] });
    roughWeekdayLevels(values).forEach((level, weekday) =>
      expect(level).toBeCloseTo(LEVELS[weekday], 9),
    );
  });
});
