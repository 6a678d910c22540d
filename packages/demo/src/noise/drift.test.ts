import fc from 'fast-check';
import { drift } from './drift';
import { uniform } from './uniform';

describe('drift', () => {
  it('is the noise itself at whole places', () => {
    expect(drift(3, 12)).toBe(uniform(3, 12));
    expect(drift(3, -4)).toBe(uniform(3, -4));
  });

  it('goes straight from one whole place to the next', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (place, share) => {
          const [from, to] = [uniform(5, place), uniform(5, place + 1)];
          expect(drift(5, place + share)).toBeCloseTo(
            from + (to - from) * share,
            6,
          );
        },
      ),
    );
  });
});
