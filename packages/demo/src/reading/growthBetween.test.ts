import fc from 'fast-check';
import { growthBetween } from './growthBetween';

const growth = (minute: number) => (minute * 7) % 11;
const second = fc.integer({ min: 0, max: 4_000 });

describe('growthBetween', () => {
  it('sums whole minutes', () => {
    expect(growthBetween(growth, 60, 240)).toBe(
      growth(1) + growth(2) + growth(3),
    );
    expect(growthBetween(growth, 60, 60)).toBe(0);
  });

  it('spreads a minute over its seconds', () => {
    expect(growthBetween(() => 6, 60, 70)).toBe(1);
    expect(growthBetween(() => 6, 70, 120)).toBe(5);
    expect(growthBetween(() => 6, 65, 75)).toBe(1);
  });

  it('adds up, wherever a stretch is divided', () => {
    fc.assert(
      fc.property(fc.tuple(second, second, second), instants => {
        const [from, middle, to] = [...instants].sort((a, b) => a - b);
        expect(
          growthBetween(growth, from, middle) +
            growthBetween(growth, middle, to),
        ).toBe(growthBetween(growth, from, to));
      }),
    );
  });
});
