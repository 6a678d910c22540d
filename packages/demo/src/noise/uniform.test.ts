import fc from 'fast-check';
import { seedOf, uniform } from './uniform';

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('uniform', () => {
  it('stays within 0 <= value < 1 and always answers the same', () => {
    fc.assert(
      fc.property(word, word, (seed, place) => {
        const value = uniform(seed, place);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(1);
        expect(uniform(seed, place)).toBe(value);
      }),
    );
  });

  it('fills ten boxes evenly over neighbouring places', () => {
    const boxes = new Array(10).fill(0);
    for (let place = 29_000_000; place < 29_100_000; place += 1) {
      boxes[Math.floor(uniform(7, place) * 10)] += 1;
    }
    for (const box of boxes) {
      expect(box).toBeGreaterThan(9_600);
      expect(box).toBeLessThan(10_400);
    }
  });

  it('differs between names that differ in one letter', () => {
    const seeds = ['cart', 'card', 'Cart', 'cart ', ''].map(seedOf);
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(new Set(seeds.map(seed => uniform(seed, 1))).size).toBe(5);
  });
});
