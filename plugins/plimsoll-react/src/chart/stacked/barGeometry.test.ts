import { barGeometry } from './barGeometry';

const DAY = 86_400_000;
const bars = [0, 1, 2].map(day => ({
  from: new Date(day * DAY),
  to: new Date((day + 1) * DAY),
}));
const range = { from: bars[0].from, to: bars[2].to };

describe('where bars stand', () => {
  it('keeps room for names on wide charts, and none on narrow ones', () => {
    expect(barGeometry({ width: 1_000, range })).toMatchObject({
      compact: false,
      left: 48,
      right: 850,
    });
    expect(barGeometry({ width: 320, range })).toMatchObject({
      compact: true,
      right: 316,
    });
  });

  it('leaves a gap between neighbours, inside the plot', () => {
    const { left, right, barOf } = barGeometry({ width: 1_000, range });
    const edges = bars.map(barOf);
    expect(edges[0].left).toBeGreaterThan(left);
    expect(edges[1].left).toBeGreaterThan(edges[0].right);
    expect(edges[2].right).toBeLessThan(right);
  });

  it('finds the bar under a place, and none beside the plot', () => {
    const { left, right, barAt } = barGeometry({ width: 1_000, range });
    expect(barAt(bars, left + 1)).toBe(0);
    expect(barAt(bars, (left + right) / 2)).toBe(1);
    expect(barAt(bars, right - 1)).toBe(2);
    expect(barAt(bars, left - 5)).toBeUndefined();
    expect(barAt(bars, right + 5)).toBeUndefined();
  });
});
