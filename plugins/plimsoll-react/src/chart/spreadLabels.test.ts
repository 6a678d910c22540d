import fc from 'fast-check';
import { spreadLabels } from './spreadLabels';

describe('spreadLabels', () => {
  it('leaves labels alone that have room', () => {
    expect(spreadLabels([100, 10, 50])).toEqual([100, 10, 50]);
  });

  it('lays no label on another and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 140 }), { maxLength: 6 }), places => {
        const spread = spreadLabels(places);
        const ordered = [...spread].sort((a, b) => a - b);
        const tight = ordered.filter(
          (place, index) => index > 0 && place - ordered[index - 1] < 15,
        );
        expect(tight).toEqual([]);
        // Taken in the order that was wanted, they only go down.
        const taken = places
          .map((place, index) => ({ place, index }))
          .sort((a, b) => a.place - b.place)
          .map(({ index }) => spread[index]);
        expect(taken).toEqual(ordered);
        expect(spread.every((place, i) => place >= places[i])).toBe(true);
      }),
      { seed: 47, numRuns: 300 },
    );
  });
});
