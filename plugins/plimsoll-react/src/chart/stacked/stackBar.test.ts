import fc from 'fast-check';
import { stackBar } from './stackBar';

describe('the pieces of a bar', () => {
  it('stand on each other from zero; what comes back hangs below it', () => {
    expect(stackBar([10, 0, 6, -2, -1])).toEqual([
      { series: 0, low: 0, high: 10 },
      { series: 2, low: 10, high: 16 },
      { series: 3, low: -2, high: 0 },
      { series: 4, low: -3, high: -2 },
    ]);
  });

  it('are as high as their values, and none lies on another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 8 }),
        parts => {
          const pieces = stackBar(parts);
          for (const { series, low, high } of pieces) {
            expect(high - low).toBe(Math.abs(parts[series]));
          }
          const ordered = [...pieces].sort((a, b) => a.low - b.low);
          ordered.slice(1).forEach((piece, index) => {
            expect(piece.low).toBe(ordered[index].high);
          });
        },
      ),
    );
  });
});
