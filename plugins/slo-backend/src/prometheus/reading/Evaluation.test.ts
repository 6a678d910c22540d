import fc from 'fast-check';
import {
  evaluationsAt,
  evaluationsFor,
  inPieces,
  pointCount,
  type Evaluation,
} from './Evaluation';

const HOUR = 1_768_003_200;

const points = (evaluation: Evaluation) =>
  Array.from(
    { length: pointCount(evaluation) },
    (_, index) => evaluation.start + index * evaluation.step,
  );

describe('evaluationsFor', () => {
  const options = { from: HOUR, step: 300, gridSeconds: 15 };

  it('reads whole buckets at their ends and the newest one in part', () => {
    expect(evaluationsFor({ ...options, to: HOUR + 1_021 })).toEqual([
      { start: HOUR + 300, end: HOUR + 900, step: 300, windowSeconds: 300 },
      { start: HOUR + 1_020, end: HOUR + 1_020, step: 300, windowSeconds: 120 },
    ]);
  });

  it('reads only what there is', () => {
    expect(evaluationsFor({ ...options, to: HOUR + 300 })).toEqual([
      { start: HOUR + 300, end: HOUR + 300, step: 300, windowSeconds: 300 },
    ]);
    expect(evaluationsFor({ ...options, to: HOUR + 15 })).toEqual([
      { start: HOUR + 15, end: HOUR + 15, step: 300, windowSeconds: 15 },
    ]);
    expect(evaluationsFor({ ...options, to: HOUR + 14 })).toEqual([]);
    expect(evaluationsFor({ ...options, to: HOUR })).toEqual([]);
  });

  it('covers the time without overlap, up to less than a step of the grid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(300, 600, 900),
        fc.constantFrom(15, 60, 100),
        (first, length, step, gridSeconds) => {
          const from = HOUR + first * step;
          const to = from + length;
          let covered = from;
          for (const evaluation of evaluationsFor({
            from,
            to,
            step,
            gridSeconds,
          })) {
            for (const end of points(evaluation)) {
              expect(end - evaluation.windowSeconds).toBe(covered);
              covered = end;
            }
          }
          expect(covered).toBeLessThanOrEqual(to);
          expect(to - covered).toBeLessThan(gridSeconds);
        },
      ),
    );
  });
});

describe('inPieces', () => {
  it('keeps every point once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 600 }),
        (count, size) => {
          const evaluation = {
            start: 300,
            end: count * 300,
            step: 300,
            windowSeconds: 300,
          };
          const pieces = inPieces(evaluation, size);
          expect(pieces.flatMap(points)).toEqual(points(evaluation));
          expect(Math.max(...pieces.map(pointCount))).toBeLessThanOrEqual(size);
          expect(pieces).toHaveLength(Math.ceil(count / size));
        },
      ),
    );
  });
});

describe('evaluationsAt', () => {
  const like = { start: 0, end: 0, step: 300, windowSeconds: 120 };

  it('joins times that are close and leaves others alone', () => {
    expect(evaluationsAt([3_000, 600, 300, 1_800, 600], like)).toEqual([
      { start: 300, end: 3_000, step: 300, windowSeconds: 120 },
    ]);
    expect(evaluationsAt([300, 1_800], like).map(points)).toEqual([
      [300],
      [1_800],
    ]);
    expect(evaluationsAt([300, 1_500], like).map(points)).toEqual([
      [300, 600, 900, 1_200, 1_500],
    ]);
    expect(evaluationsAt([], like)).toEqual([]);
  });
});
