import fc from 'fast-check';
import { thinLabels } from './thinLabels';

describe('labels under bars', () => {
  it('all stand where they have room, otherwise each second', () => {
    expect(thinLabels([0, 60, 120], 60)).toEqual([0, 1, 2]);
    expect(thinLabels([0, 40, 80, 120], 60)).toEqual([0, 2]);
    expect(thinLabels([0, 1], 60)).toEqual([0]);
    expect(thinLabels([], 60)).toEqual([]);
  });

  it('never touch', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 2_000 })),
        fc.integer({ min: 1, max: 90 }),
        (places, room) => {
          const ordered = places.sort((a, b) => a - b);
          const shown = thinLabels(ordered, room).map(i => ordered[i]);
          shown.slice(1).forEach((place, index) => {
            expect(place - shown[index]).toBeGreaterThanOrEqual(room);
          });
          expect(shown[0]).toBe(ordered[0]);
        },
      ),
    );
  });
});
