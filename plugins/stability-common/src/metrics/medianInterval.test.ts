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

  // Ranks of the binomial law itself, summed in whole numbers.
  it.each([1000, 1001, 1075, 2000, 5000])('holds for %i values', n => {
    let term = 1n;
    let tail = 1n;
    let rank = 0n;
    while (tail * 40n <= 2n ** BigInt(n)) {
      rank += 1n;
      term = (term * (BigInt(n) - rank + 1n)) / rank;
      tail += term;
    }
    const { low, high } = medianInterval(numbers(n)) ?? { low: 0, high: 0 };
    expect([low, high]).toEqual([Number(rank), n + 1 - Number(rank)]);
  });

  it('ends for a hundred thousand values', () => {
    const { low, high } = medianInterval(numbers(100_000))!;
    expect([low, high]).toEqual([49_690, 50_311]);
  });
});
