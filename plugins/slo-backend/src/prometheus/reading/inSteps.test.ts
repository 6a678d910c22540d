import { inSteps, readStepFor } from './inSteps';

describe('inSteps', () => {
  it.each([
    [300, 300],
    [600, 600],
    [900, 900],
    [1_800, 900],
    [1_200, 600],
    [1_500, 300],
    [86_400, 900],
  ])('reads steps of %d s by %d s', (step, expected) => {
    expect(readStepFor(step)).toBe(expected);
  });

  it('adds finer buckets up, the newest as far as it goes', () => {
    const bucket = (start: number, seconds: number, bad: number) => ({
      start,
      seconds,
      bad,
      total: 10,
      coveredSeconds: seconds,
    });
    expect(
      inSteps({
        buckets: [bucket(0, 300, 1), bucket(600, 300, 2), bucket(900, 120, 3)],
        step: 900,
        to: 1_020,
      }),
    ).toEqual([
      { start: 0, seconds: 900, bad: 3, total: 20, coveredSeconds: 600 },
      { start: 900, seconds: 120, bad: 3, total: 10, coveredSeconds: 120 },
    ]);
  });
});
