import fc from 'fast-check';
import { PLOT_TOP } from '../plotGeometry';
import { barScale } from './barScale';
import type { StackedBar } from './StackedBar';

const DAY = 86_400_000;
const bar = (parts: number[], rest: Partial<StackedBar> = {}): StackedBar => ({
  from: new Date(0),
  to: new Date(DAY),
  parts,
  ...rest,
});

describe('the value axis of stacked bars', () => {
  it('begins at zero and ends at a round value above the highest bar', () => {
    const { y, ticks } = barScale({
      bars: [bar([10, 13.4]), bar([11, 15.9])],
      bottom: 240,
    });
    expect(ticks).toEqual([0, 10, 20, 30]);
    expect(y(0)).toBe(240);
    expect(y(30)).toBe(PLOT_TOP);
  });

  it('has room for what is expected', () => {
    const { ticks } = barScale({
      bars: [bar([2], { incomplete: true, expected: 95 })],
      bottom: 240,
    });
    expect(ticks.at(-1)).toBe(100);
  });

  it('gives a small refund no more room than it needs', () => {
    const { y, ticks } = barScale({ bars: [bar([24, -0.4])], bottom: 240 });
    expect(ticks[0]).toBe(0);
    expect(y(-0.4)).toBe(240);
    expect(y(0)).toBeGreaterThan(236);
  });

  it('keeps every bar inside the plot, also what comes back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
          minLength: 1,
        }),
        many => {
          const { y } = barScale({
            bars: many.map(parts => bar(parts)),
            bottom: 240,
          });
          for (const parts of many) {
            const up = parts.reduce((sum, p) => sum + Math.max(0, p), 0);
            const down = parts.reduce((sum, p) => sum + Math.min(0, p), 0);
            expect(y(up)).toBeGreaterThanOrEqual(PLOT_TOP - 1e-6);
            expect(y(down)).toBeLessThanOrEqual(240 + 1e-6);
          }
          expect(y(0)).toBeLessThanOrEqual(240);
        },
      ),
    );
  });
});
