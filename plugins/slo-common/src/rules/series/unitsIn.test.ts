import { unitsIn } from './unitsIn';

describe('unitsIn', () => {
  it('lays stretches end to end up to an hour', () => {
    expect(unitsIn({ series: 'x', windowSeconds: 300 })).toBe('300 * x');
    expect(unitsIn({ series: 'x', windowSeconds: 900 })).toBe(
      '300 * (\n  x\n  + (x offset 5m or 0 * x)\n  + (x offset 10m or 0 * x)\n)',
    );
    const hour = unitsIn({ series: 'x', windowSeconds: 3_600 });
    expect(hour.match(/offset/g)).toHaveLength(11);
    expect(hour).toContain('offset 55m');
  });

  it('rounds up to whole stretches', () => {
    const rounded = (windowSeconds: number) =>
      unitsIn({ series: 'x', windowSeconds });
    expect(rounded(420)).toBe(rounded(600));
    expect(rounded(3_601)).toBe(rounded(3_900));
  });

  it('counts stretches on whole multiples beyond', () => {
    expect(unitsIn({ series: 'x', windowSeconds: 7_200 })).toBe(
      '300 * sum_over_time(x[7199999ms:5m])',
    );
  });
});
