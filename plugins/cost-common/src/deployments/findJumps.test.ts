import { normalOf, randomOf } from '../__testUtils__/series';
import { findJumps } from './findJumps';

const NOISE = 0.01;

/** Levels from a day on, with noise. */
function valuesOf(levels: Record<number, number>, seed = 1, length = 60) {
  const normal = normalOf(randomOf(seed));
  const starts = Object.keys(levels).map(Number);
  return new Map(
    Array.from({ length }, (_, day) => {
      const last = Math.max(...starts.filter(start => start <= day));
      return [day, levels[last] + NOISE * normal()];
    }),
  );
}

describe('findJumps', () => {
  it('finds where levels are others, and how far', () => {
    for (let seed = 0; seed < 50; seed++) {
      const jumps = findJumps(valuesOf({ 0: 0, 20: 0.2, 30: 0 }, seed));
      const [up, down] = [...jumps].sort((a, b) => a.day - b.day);
      expect(jumps).toHaveLength(2);
      expect(Math.abs(up.day - 19.5)).toBeLessThanOrEqual(1);
      expect(Math.abs(down.day - 29.5)).toBeLessThanOrEqual(1);
      expect(Math.abs(up.change - 0.2)).toBeLessThan(0.05);
      expect(Math.abs(down.change + 0.2)).toBeLessThan(0.05);
    }
  });

  it('finds next to none in noise', () => {
    let found = 0;
    for (let seed = 0; seed < 100; seed++) {
      found += findJumps(valuesOf({ 0: 0 }, seed)).length;
    }
    expect(found).toBeLessThan(5);
  });

  it('takes no two days for a level, and no days that are not known', () => {
    const values = valuesOf({ 0: 0, 20: 0.5, 22: 0 });
    expect(findJumps(values)).toEqual([]);
    expect(findJumps(new Map())).toEqual([]);
    expect(findJumps(new Map([[4, 1]]))).toEqual([]);
  });
});
