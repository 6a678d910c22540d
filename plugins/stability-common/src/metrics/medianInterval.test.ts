import { medianInterval } from './medianInterval';

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('medianInterval', () => {
  // Conover, Practical Nonparametric Statistics, tables of the binomial.
  it.each([
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [10, 2, 9],
    [15, 4, 12],
    [20, 6, 15],
    [50, 18, 33],
    [100, 40, 61],
  ])('of %i values runs from the %ith to the %ith', (n, low, high) => {
    expect(medianInterval(numbers(n))).toEqual({
      low,
      high,
      level: 0.95,
      method: 'order-statistics',
    });
  });

  it('needs six', () => {
    expect(medianInterval(numbers(5))).toBeUndefined();
    expect(medianInterval([])).toBeUndefined();
  });

  it('holds for many values', () => {
    const { low, high } = medianInterval(numbers(1000)) ?? { low: 0, high: 0 };
    expect([low, high]).toEqual([469, 532]);
  });
});
