import type { MetricInterval } from './MetricFigure';

/**
 * Where the true median lies, with a confidence of at least 95 %: between two
 * of the values themselves, whatever their distribution. How many values fall
 * below the median is binomial with one half (Conover, Practical Nonparametric
 * Statistics, 3.2). Fewer than six values give no such interval.
 *
 * @param sorted - ascending, all of them known to the end
 */
export function medianInterval(
  sorted: readonly number[],
): MetricInterval | undefined {
  const n = sorted.length;
  const rank = rankOf(n);
  return rank === 0
    ? undefined
    : {
        low: sorted[rank - 1],
        high: sorted[n - rank],
        level: 0.95,
        method: 'order-statistics',
      };
}

// By logarithms: from 1,075 values on 0.5 ** n is 0, and the sum of its
// multiples would never reach anything.
function rankOf(n: number): number {
  let term = n * Math.log(0.5);
  let tail = Math.exp(term);
  let rank = 0;
  while (tail <= 0.025) {
    rank++;
    term += Math.log((n - rank + 1) / rank);
    tail += Math.exp(term);
  }
  return rank;
}
