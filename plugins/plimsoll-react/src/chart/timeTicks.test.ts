import fc from 'fast-check';
import { timeTicks } from './timeTicks';

describe('timeTicks', () => {
  it.each([
    [6, 8, 'clock'],
    [24 * 5, 6, 'date'],
    [24 * 28, 5, 'date'],
    [24 * 365, 13, 'month'],
  ])('labels %p h with at most %p ticks by the %s', (hours, most, label) => {
    const from = new Date(2026, 9, 1, 0, 20);
    const to = new Date(from.getTime() + hours * 3_600_000);
    expect(timeTicks({ from, to, most }).label).toBe(label);
  });

  it('stands on Mondays where days are too many', () => {
    const from = new Date(2026, 9, 1);
    const to = new Date(2026, 9, 29);
    const { ticks } = timeTicks({ from, to, most: 5 });
    expect(ticks.map(tick => tick.getDate())).toEqual([5, 12, 19, 26]);
    expect(ticks.every(tick => tick.getDay() === 1)).toBe(true);
  });

  it('stays inside the range, in order, and within what there is room for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 365 * 24 }),
        fc.integer({ min: 2, max: 24 * 1_500 }),
        fc.integer({ min: 2, max: 14 }),
        (startHour, hours, most) => {
          const from = new Date(2026, 0, 1, startHour, 7);
          const to = new Date(from.getTime() + hours * 3_600_000);
          const { ticks } = timeTicks({ from, to, most });
          // One more where both ends lie on a tick's heels.
          expect(ticks.length).toBeLessThanOrEqual(most + 1);
          ticks.forEach(tick => {
            expect(tick.getTime()).toBeGreaterThanOrEqual(from.getTime());
            expect(tick.getTime()).toBeLessThan(to.getTime());
            expect(tick.getMinutes()).toBe(0);
          });
          const times = ticks.map(tick => tick.getTime());
          expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
        },
      ),
      { seed: 43, numRuns: 300 },
    );
  });
});
