import fc from 'fast-check';
import { largestFall } from './largestFall';

const HOUR = 3_600_000;

describe('largestFall', () => {
  it('finds nothing where nothing fell', () => {
    expect(largestFall([])).toBeUndefined();
    expect(
      largestFall([
        { at: new Date(0), value: 0.4 },
        { at: new Date(HOUR), value: 0.5 },
      ]),
    ).toBeUndefined();
  });

  it('is the deepest fall within six hours, as comparing all pairs finds it', () => {
    const series = fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 5 }),
        fc.option(fc.integer({ min: -20, max: 100 }), { nil: undefined }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(series, steps => {
        let hour = 0;
        const points = steps.map(([step, percent]) => {
          hour += step;
          return {
            at: new Date(hour * HOUR),
            value: percent === undefined ? undefined : percent / 100,
          };
        });
        let deepest = 0;
        for (const a of points) {
          for (const b of points) {
            const hours = (b.at.getTime() - a.at.getTime()) / HOUR;
            if (
              hours > 0 &&
              hours <= 6 &&
              a.value !== undefined &&
              b.value !== undefined
            ) {
              deepest = Math.max(deepest, a.value - b.value);
            }
          }
        }
        const fall = largestFall(points);
        expect(fall?.depth ?? 0).toBeCloseTo(deepest, 10);
        expect(
          (fall ? [fall] : []).filter(
            ({ from, to, depth }) =>
              from.value - to.value !== depth || to.at <= from.at,
          ),
        ).toEqual([]);
      }),
      { seed: 37, numRuns: 500 },
    );
  });
});
