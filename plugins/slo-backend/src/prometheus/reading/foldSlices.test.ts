import type { Bucket } from '@plimsoll/plugin-slo-common';
import { foldFrom, foldSlices } from './foldSlices';

const START = 1_768_003_200;

const buckets = (...counts: Array<[bad: number, total: number] | undefined>) =>
  counts.flatMap((count, index): Bucket[] =>
    count
      ? [
          {
            start: START + index * 300,
            seconds: 300,
            bad: count[0],
            total: count[1],
            coveredSeconds: 300,
          },
        ]
      : [],
  );

const fold = (
  given: Bucket[],
  sliceSeconds: number,
  target?: number,
  from: number = START,
) =>
  foldSlices({ buckets: given, fold: { sliceSeconds, target }, from }).map(
    ({ start, bad, total, coveredSeconds }) => [
      (start - START) / 300,
      bad,
      total,
      coveredSeconds,
    ],
  );

describe('foldSlices', () => {
  it('counts a slice in the bucket in which it ends', () => {
    const events = buckets([0, 10], [2, 10], [0, 10], [0, 10]);
    expect(fold(events, 600, 0.95)).toEqual([
      [0, 0, 0, 300],
      [1, 1, 1, 300],
      [2, 0, 0, 300],
      [3, 0, 1, 300],
    ]);
    expect(
      fold(events, 300, 0.95).map(([, bad, total]) => [bad, total]),
    ).toEqual([
      [0, 1],
      [1, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  it('calls a slice good that exactly reaches its target', () => {
    expect(fold(buckets([1, 10]), 300, 0.9)).toEqual([[0, 0, 1, 300]]);
    expect(fold(buckets([1, 1_000]), 300, 0.999)).toEqual([[0, 0, 1, 300]]);
    expect(fold(buckets([2, 1_000]), 300, 0.999)).toEqual([[0, 1, 1, 300]]);
  });

  it('takes the ratio itself where there is no target', () => {
    expect(fold(buckets([1, 4], [0, 4]), 600)[1]).toEqual([1, 0.125, 1, 300]);
  });

  it('does not count a slice without events', () => {
    expect(fold(buckets([0, 0], [0, 0]), 600, 0.9)[1]).toEqual([1, 0, 0, 300]);
  });

  it('judges a slice by what was measured of it', () => {
    expect(fold(buckets(undefined, [1, 2]), 600, 0.9)).toEqual([
      [1, 1, 1, 300],
    ]);
    expect(fold(buckets([1, 2], undefined), 600, 0.9)).toEqual([
      [0, 0, 0, 300],
    ]);
  });

  it('reads earlier buckets only as parts of slices', () => {
    const events = buckets([5, 10], [0, 10], [0, 10], [0, 10]);
    expect(fold(events, 1_200, 0.9, START + 900)).toEqual([[3, 1, 1, 300]]);
    expect(foldFrom(START + 900, 1_200)).toBe(START);
    expect(foldFrom(START + 1_200, 1_200)).toBe(START + 1_200);
  });
});
