import fc from 'fast-check';
import { burnRate } from '../burnRate/burnRate';
import type { Bucket } from '../ledger/Bucket';
import { sumBuckets } from '../ledger/sumBuckets';
import { fastestHours } from './fastestHours';

const HOUR = 3_600;

function buckets(options: {
  bad: readonly number[];
  seconds: number;
}): Bucket[] {
  const { bad, seconds } = options;
  return bad.map((count, index) => ({
    start: index * seconds,
    seconds,
    bad: count,
    total: 100,
    coveredSeconds: seconds,
  }));
}

function stepsOf(seconds: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    from: index * seconds,
    to: (index + 1) * seconds,
  }));
}

describe('fastestHours', () => {
  it('finds the hour of an outage in a step of six hours', () => {
    const bad = Array.from({ length: 72 }, (_, at) =>
      at >= 20 && at < 32 ? 50 : 0,
    );
    // All twelve cells of one hour: half of its requests failed.
    expect(
      fastestHours({
        target: 0.9,
        buckets: buckets({ bad, seconds: 300 }),
        steps: stepsOf(6 * HOUR, 1),
      }),
    ).toEqual([expect.closeTo(5)]);
  });

  it('looks back beyond the step, but counts an hour where it ends', () => {
    const bad = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0, 0];
    const rates = fastestHours({
      target: 0.9,
      buckets: buckets({ bad, seconds: 300 }),
      steps: stepsOf(900, 5),
    });
    expect(rates.map(rate => (rate ?? 0) > 0)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('takes a day for an hour where the ledger holds no finer cells', () => {
    const rates = fastestHours({
      target: 0.9,
      buckets: buckets({ bad: [20, 0], seconds: 86_400 }),
      steps: stepsOf(86_400, 2),
    });
    expect(rates).toEqual([expect.closeTo(2), 0]);
  });

  it('says nothing where nothing happened', () => {
    const [empty] = fastestHours({
      target: 0.9,
      buckets: [
        { start: 0, seconds: 300, bad: 0, total: 0, coveredSeconds: 0 },
      ],
      steps: stepsOf(HOUR, 1),
    });
    expect(empty).toBeUndefined();
  });

  const series = fc.array(fc.integer({ min: 0, max: 100 }), {
    minLength: 48,
    maxLength: 48,
  });

  it('property: a coarser step never lowers a peak', () => {
    fc.assert(
      fc.property(series, bad => {
        const cells = buckets({ bad, seconds: 900 });
        const read = (step: number, count: number) =>
          fastestHours({
            target: 0.9,
            buckets: cells,
            steps: stepsOf(step, count),
          });
        const fine = read(900, 48);
        read(4 * HOUR, 3).forEach((rate, index) =>
          expect(rate).toBe(
            Math.max(
              ...fine.slice(index * 16, index * 16 + 16).map(each => each ?? 0),
            ),
          ),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('property: with steps of a cell each is the sum of its hour', () => {
    fc.assert(
      fc.property(series, bad => {
        const cells = buckets({ bad, seconds: 300 });
        const steps = stepsOf(300, 48);
        const rates = fastestHours({ target: 0.9, buckets: cells, steps });
        steps.forEach(({ to }, index) => {
          const hour = sumBuckets({ buckets: cells, from: to - HOUR, to });
          expect(rates[index]).toBeCloseTo(
            burnRate({ target: 0.9, ...hour }) as number,
            9,
          );
        });
      }),
      { numRuns: 100 },
    );
  });
});
