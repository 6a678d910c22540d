import fc from 'fast-check';
import { emptyAnswer, type Answer } from './Answer';
import { bucketsOf } from './bucketsOf';
import type { Measurement } from './measure';

function answer(values: Array<number | undefined>): Answer {
  const result = emptyAnswer();
  values.forEach((value, index) => {
    if (value !== undefined) {
      result.values.set((index + 1) * 300, value);
    }
  });
  return result;
}

function count(options: {
  portion: Array<number | undefined>;
  total: Array<number | undefined>;
  means?: 'good' | 'bad';
  isRatio?: boolean;
  sampleSeconds?: number;
}) {
  const { portion, total, means = 'bad', isRatio = false } = options;
  return bucketsOf({
    measurement: {
      means,
      isRatio,
      sampleSeconds: options.sampleSeconds,
    } as Measurement,
    portion: answer(portion),
    total: answer(total),
    evaluations: [
      {
        start: 300,
        end: total.length * 300,
        step: 300,
        windowSeconds: 300,
      },
    ],
  });
}

const bucket = (index: number, bad: number, total: number) => ({
  start: index * 300,
  seconds: 300,
  bad,
  total,
  coveredSeconds: 300,
});

describe('bucketsOf', () => {
  it('joins the portion and the total of each bucket', () => {
    expect(count({ portion: [1, 0], total: [10, 20] })).toEqual({
      buckets: [bucket(0, 1, 10), bucket(1, 0, 20)],
      inconsistent: false,
      nonFinite: false,
    });
    expect(
      count({ portion: [9, 20], total: [10, 20], means: 'good' }).buckets,
    ).toEqual([bucket(0, 1, 10), bucket(1, 0, 20)]);
  });

  it('pitfall 2: leaves a bucket without total out, and keeps one without traffic', () => {
    expect(
      count({ portion: [1, 0, undefined], total: [undefined, 0, undefined] })
        .buckets,
    ).toEqual([bucket(1, 0, 0)]);
  });

  it('pitfall 3: takes absent bad events for none', () => {
    expect(count({ portion: [undefined], total: [7] }).buckets).toEqual([
      bucket(0, 0, 7),
    ]);
  });

  it('pitfall 3: does not take absent good events for all bad', () => {
    const good = { portion: [undefined, undefined], means: 'good' as const };
    expect(count({ ...good, total: [7, 0] }).buckets).toEqual([
      bucket(1, 0, 0),
    ]);
  });

  it.each([NaN, Infinity, -Infinity])(
    'pitfall 1: leaves a bucket with %d out and says so',
    value => {
      const strangeTotal = count({ portion: [1, 1], total: [value, 10] });
      const strangePortion = count({ portion: [value, 1], total: [10, 10] });
      for (const { buckets, nonFinite } of [strangeTotal, strangePortion]) {
        expect(buckets).toEqual([bucket(1, 1, 10)]);
        expect(nonFinite).toBe(true);
      }
    },
  );

  it('pitfall 4: clamps good > total and bad > total, and flags it', () => {
    expect(count({ portion: [12], total: [10], means: 'good' })).toMatchObject({
      buckets: [bucket(0, 0, 10)],
      inconsistent: true,
    });
    expect(count({ portion: [12], total: [10] })).toMatchObject({
      buckets: [bucket(0, 10, 10)],
      inconsistent: true,
    });
    expect(count({ portion: [-1], total: [-1] })).toMatchObject({
      buckets: [bucket(0, 0, 0)],
      inconsistent: true,
    });
  });

  it('does not flag what is only rounded', () => {
    const { inconsistent, buckets } = count({
      portion: [10.000000001],
      total: [10],
      means: 'good',
    });
    expect(inconsistent).toBe(false);
    expect(buckets[0].bad).toBe(0);
  });

  it('covers as many seconds as samples speak for', () => {
    expect(
      count({
        portion: [1, 0, 0],
        total: [4, 5, 6],
        sampleSeconds: 60,
      }).buckets.map(({ coveredSeconds }) => coveredSeconds),
    ).toEqual([240, 300, 300]);
  });

  it('pitfall 1: counts samples that are no numbers as not measured', () => {
    expect(
      count({ portion: [undefined], total: [0], sampleSeconds: 60 }),
    ).toMatchObject({ buckets: [], nonFinite: true });
  });

  it('tells a ratio that is none', () => {
    const ratio = { isRatio: true, sampleSeconds: 60, total: [5] };
    expect(count({ ...ratio, portion: [497.5] }).noRatio).toBe(99.5);
    expect(count({ ...ratio, portion: [-3] }).noRatio).toBe(-0.6);
    const slightlyOver = count({ ...ratio, portion: [5.1] });
    expect(slightlyOver.inconsistent).toBe(true);
    expect(slightlyOver.noRatio).toBeUndefined();
  });

  it('never gives a bucket that is not 0 <= bad <= total', () => {
    const value = fc.option(
      fc.oneof(fc.double(), fc.double({ min: -10, max: 100 }), fc.constant(0)),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('good' as const, 'bad' as const),
        (pairs, means) => {
          const { buckets } = count({
            portion: pairs.map(([portion]) => portion),
            total: pairs.map(([, total]) => total),
            means,
          });
          for (const { bad, total } of buckets) {
            expect(Number.isFinite(total)).toBe(true);
            expect(bad).toBeGreaterThanOrEqual(0);
            expect(bad).toBeLessThanOrEqual(total);
          }
        },
      ),
    );
  });
});
