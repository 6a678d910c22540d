import fc from 'fast-check';
import { recordedPoints } from './recordedPoints';

const START = 1_768_003_200;
const points = (from: number, to: number) =>
  recordedPoints({ from: START + from, to: START + to, step: 300 });

describe('recordedPoints', () => {
  it('reads the bucket that has just ended at its end, and once more when the rates after it are known', () => {
    expect(points(0, 300)).toEqual({
      settled: [],
      unsettled: [START + 300],
      partial: undefined,
    });
    expect(points(0, 480).unsettled).toEqual([START + 300]);
    expect(points(0, 540)).toEqual({
      settled: [START + 300],
      unsettled: [],
      partial: { start: START + 300, end: START + 540 },
    });
  });

  it('has every whole bucket once, and the rest as the unfinished one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 7_200 }),
        (buckets, seconds) => {
          const from = START + buckets * 300;
          const to = from + seconds;
          const { settled, unsettled, partial } = recordedPoints({
            from,
            to,
            step: 300,
          });
          const ends = [...settled, ...unsettled];
          expect(ends).toEqual(
            Array.from(
              { length: Math.floor(seconds / 300) },
              (_, index) => from + (index + 1) * 300,
            ),
          );
          expect(unsettled.length).toBeLessThanOrEqual(1);
          expect(partial?.end).toBe(seconds % 300 ? to : undefined);
          expect(partial?.start ?? to).toBe(ends.at(-1) ?? from);
        },
      ),
    );
  });
});
