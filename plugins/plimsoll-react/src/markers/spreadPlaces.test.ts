import fc from 'fast-check';
import { spreadPlaces } from './spreadPlaces';

describe('spreadPlaces', () => {
  const spread = (places: number[], distance = 16) =>
    spreadPlaces({ places, distances: places.slice(1).map(() => distance) });

  it('leaves alone what does not touch', () => {
    expect(spread([0, 16, 100])).toEqual([0, 16, 100]);
    expect(spread([])).toEqual([]);
  });

  it('shares the way between two that touch', () => {
    expect(spread([100, 102])).toEqual([93, 109]);
  });

  it('pushes on those that are touched by what gave way', () => {
    expect(spread([90, 100, 102])).toEqual([
      expect.closeTo(81.33, 2),
      expect.closeTo(97.33, 2),
      expect.closeTo(113.33, 2),
    ]);
  });

  it('gives what is wider more room', () => {
    expect(spreadPlaces({ places: [50, 50, 90], distances: [20, 30] })).toEqual(
      [40, 60, 90],
    );
  });

  it('keeps order, distance and the middle, whatever the places are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 20 })), {
          maxLength: 30,
        }),
        marks => {
          const places = marks.map(([place]) => place).sort((a, b) => a - b);
          const distances = marks.slice(1).map(([, distance]) => distance);
          const out = spreadPlaces({ places, distances });
          expect(out).toHaveLength(places.length);
          distances.forEach((distance, index) =>
            expect(out[index + 1] - out[index]).toBeGreaterThanOrEqual(
              distance - 1e-6,
            ),
          );
          const sum = (numbers: number[]) =>
            numbers.reduce((total, one) => total + one, 0);
          expect(sum(out)).toBeCloseTo(sum(places), 4);
        },
      ),
    );
  });
});
