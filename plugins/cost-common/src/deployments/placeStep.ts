import { simultaneousQuantile } from '../statistics/simultaneousQuantile';
import { FLOOR } from './findJumps';
import type { OrdinaryChange } from './ordinaryChange';
import type { CostStep } from './CostStep';
import type { UnitCostSeries } from './UnitCostSeries';

/** Days on both sides that are looked at. */
const DAYS_AROUND = 14;

/** Below this a step is the same as others and the weekdays, in days. */
const LEAST_SQUARES = 1e-6;

/**
 * Which of several days a change began with: the one with which a step on top
 * of the weekdays, and of what else is known to have changed, leaves least
 * unexplained, by least squares over the days around. Alternatives are those
 * that a likelihood ratio does not rule out, at 95 % for all of them at once.
 */
export function placeStep(options: {
  series: UnitCostSeries;
  /** When something went live, in days since 1970; one at least. */
  candidates: readonly number[];
  others: readonly CostStep[];
  ordinary: OrdinaryChange;
  /** Number of a day that counts for none of them. */
  without?: number;
}): { at: number; alternatives: number[] } {
  const { series, candidates, others, ordinary, without } = options;
  const from = Math.floor(Math.min(...candidates)) - DAYS_AROUND;
  const to = Math.floor(Math.max(...candidates)) + DAYS_AROUND;
  const days = series.days.filter(
    day =>
      day >= from && day <= to && day !== without && series.has(day, others),
  );
  const known = others
    .filter(({ day }) => day > from && day < to)
    .reduce<number[][]>((basis, { day }) => {
      const step = rest(stepAt(days, day + 0.5), basis);
      return product(step, step) < LEAST_SQUARES ? basis : [...basis, step];
    }, []);
  const values = rest(
    withoutWeekdays(
      days,
      days.map(day => series.at(day, others)),
    ),
    known,
  );
  const explained = candidates
    .map(candidate => {
      const step = rest(stepAt(days, candidate), known);
      const squares = product(step, step);
      return {
        candidate,
        sum: squares < LEAST_SQUARES ? 0 : product(step, values) ** 2 / squares,
      };
    })
    .sort((a, b) => b.sum - a.sum || a.candidate - b.candidate);
  const [best, ...rivals] = explained;
  const most = doubtOf(ordinary, rivals.length);
  return {
    at: best.candidate,
    alternatives: rivals
      .filter(({ sum }) => best.sum - sum < most)
      .map(({ candidate }) => candidate),
  };
}

/** How much worse a day may explain a change and not be ruled out. */
function doubtOf(ordinary: OrdinaryChange, rivals: number): number {
  const { deviation, samples, unrest } = ordinary;
  const quantile = simultaneousQuantile({
    degrees: Math.max(1, samples / 2),
    tried: rivals,
  });
  // The variance of a day is half that of the difference of two.
  return (quantile * unrest * Math.max(deviation, FLOOR)) ** 2 / 2;
}

/** Of each day the share for which something was live, weekdays taken out. */
function stepAt(days: readonly number[], at: number): number[] {
  return withoutWeekdays(
    days,
    days.map(day => Math.min(1, Math.max(0, day + 1 - at))),
  );
}

/** What vectors that are orthogonal to each other leave of a vector. */
function rest(
  vector: readonly number[],
  basis: readonly (readonly number[])[],
): number[] {
  return basis.reduce<number[]>(
    (left, one) => {
      const share = product(left, one) / product(one, one);
      return left.map((value, index) => value - share * one[index]);
    },
    [...vector],
  );
}

/** Each value less the mean of its weekday. */
function withoutWeekdays(
  days: readonly number[],
  values: readonly number[],
): number[] {
  const sums = new Map<number, { sum: number; count: number }>();
  days.forEach((day, index) => {
    const { sum, count } = sums.get(day % 7) ?? { sum: 0, count: 0 };
    sums.set(day % 7, { sum: sum + values[index], count: count + 1 });
  });
  return values.map((value, index) => {
    const { sum, count } = sums.get(days[index] % 7) ?? { sum: 0, count: 1 };
    return value - sum / count;
  });
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index], 0);
}
