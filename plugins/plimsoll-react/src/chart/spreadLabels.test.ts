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
        spread.forEach((a, i) => {
          expect(a).toBeGreaterThanOrEqual(places[i]);
          spread.forEach((b, j) => {
            if (i !== j) {
              expect(Math.abs(a - b)).toBeGreaterThanOrEqual(15);
            }
            if (places[i] < places[j]) {
              expect(a).toBeLessThan(b);
            }
          });
        });
      }),
      { seed: 47, numRuns: 300 },
    );
  });
});
