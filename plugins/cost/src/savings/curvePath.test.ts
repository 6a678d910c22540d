import { commitment } from '../__fixtures__/checkoutSavings';
import { curvePath } from './curvePath';

describe('the curve of a commitment', () => {
  const curve = commitment.curve ?? [];
  const drawn = curvePath({ curve, width: 340, height: 110 });

  it('goes from nothing to its best point and below zero', () => {
    const [left] = drawn.place(curve[0]);
    const [, best] = drawn.place(curve[2]);
    const [right, loss] = drawn.place(curve[4]);
    expect(left).toBe(0);
    expect(right).toBe(340);
    expect(best).toBe(6);
    expect(loss).toBe(104);
    expect(drawn.zero).toBeGreaterThan(best);
    expect(drawn.zero).toBeLessThan(loss);
    expect(drawn.path.match(/L/g)).toHaveLength(4);
  });

  it('stands inside its picture where nothing can be saved', () => {
    const flat = curvePath({
      curve: [{ hourlyCommitment: 0, saving: 0 }],
      width: 340,
      height: 110,
    });
    expect(flat.path).not.toContain('NaN');
    expect(flat.zero).toBe(6);
  });
});
