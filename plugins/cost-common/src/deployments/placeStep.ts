import type { CostStep, UnitCostSeries } from './UnitCostSeries';
import { FLOOR } from './weighChange';

/** Days on both sides that are looked at. */
const DAYS_AROUND = 14;

/**
 * How much worse another day must explain a change before it is ruled out:
 * the 95 % quantile of chi-squared with one degree of freedom.
 */
const RULED_OUT = 3.84;

/**
 * Which of several deployments a change began with: the one with which a step
 * on top of the weekdays leaves least unexplained, by least squares over the
 * days around. Alternatives are those that a likelihood ratio does not rule
 * out.
 */
export function placeStep(options: {
  series: UnitCostSeries;
  /** When something went live, in days since 1970; one at least. */
  candidates: readonly number[];
  others: readonly CostStep[];
}): { at: number; alternatives: number[] } {
  const { series, candidates, others } = options;
  const from = Math.floor(Math.min(...candidates)) - DAYS_AROUND;
  const to = Math.floor(Math.max(...candidates)) + DAYS_AROUND;
  const days = Array.from({ length: to - from + 1 }, (_, n) => from + n).filter(
    day => series.has(day, others),
  );
  const values = withoutWeekdays(
    days,
    days.map(day => series.at(day, others)),
  );
  // The variance of a day is half that of the difference of two.
  const { deviation } = series.ordinaryChange(others);
  const variance = Math.max(deviation, FLOOR) ** 2 / 2;
  const explained = candidates
    .map(candidate => {
      const step = withoutWeekdays(
        days,
        days.map(day => liveOn(day, candidate)),
      );
      const squares = product(step, step);
      return {
        candidate,
        sum: squares === 0 ? 0 : product(step, values) ** 2 / squares,
      };
    })
    .sort((a, b) => b.sum - a.sum || a.candidate - b.candidate);
  const [best, ...rest] = explained;
  return {
    at: best.candidate,
    alternatives: rest
      .filter(({ sum }) => best.sum - sum < RULED_OUT * variance)
      .map(({ candidate }) => candidate),
  };
}

/** Share of a day for which something was live that went live at an instant. */
function liveOn(day: number, at: number): number {
  return Math.min(1, Math.max(0, day + 1 - at));
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
