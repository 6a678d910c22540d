import { median, medianAbsoluteDeviation } from 'simple-statistics';
import type { DaySums } from '../calendar/DaySums';
import { WeekdayModel } from '../forecast/WeekdayModel';

/** MADs of a normal distribution in its standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/**
 * A median of four days hugs them closer than it foretells the fifth:
 * sqrt(1 + 1/4) / sqrt(1 - 1/4), as for a mean.
 */
const FORETELLING = 1.29;

/** Days that a day's own spread is read from. */
const HISTORY_DAYS = 28;

/** Complete days before a day below which nothing is said of it. */
const FEWEST_DAYS = 14;

/** Smallest spread that is believed, as a share of the expected cost. */
const SPREAD_FLOOR = 0.02;

/** What must be exceeded, all of it. */
export interface SpanThresholds {
  /** Units of the currency above the expected cost of a day. */
  absolute: number;
  /** Share of the expected cost of a day. */
  relative: number;
  /** Robust z. */
  score: number;
}

/** Neighbouring days that cost more than their weekdays do. */
export interface CostSpan {
  /** Numbers of days, both inclusive. */
  first: number;
  last: number;
  expected: number;
  actual: number;
  /** Of the day that stands out most. */
  score: number;
}

/**
 * Finds days above what their weekdays cost, neighbours together. A day is
 * judged by the 28 days before the span that it belongs to, so that what went
 * wrong yesterday does not make today look right.
 */
export function findSpans(options: {
  sums: DaySums;
  /** Number of the first day to judge. */
  from: number;
  thresholds: SpanThresholds;
}): CostSpan[] {
  const { sums, thresholds } = options;
  const spans: CostSpan[] = [];
  let open: CostSpan | undefined;
  const from = Math.max(options.from, sums.first + FEWEST_DAYS);
  for (let number = from; number <= sums.last; number++) {
    const judged: CostSpan | undefined = judge({
      sums,
      number,
      // Three weeks on, what was a step is what the service costs.
      last: open && number - open.first < 21 ? open.first - 1 : number - 1,
      thresholds,
    });
    if (judged && open && open.last === number - 1) {
      open.last = number;
      open.expected += judged.expected;
      open.actual += judged.actual;
      open.score = Math.max(open.score, judged.score);
    } else {
      open = judged;
      if (judged) {
        spans.push(judged);
      }
    }
  }
  return spans;
}

function judge(options: {
  sums: DaySums;
  number: number;
  last: number;
  thresholds: SpanThresholds;
}): CostSpan | undefined {
  const { sums, number, last, thresholds } = options;
  const model = new WeekdayModel({ sums, last });
  const expected = model.at(number);
  const actual = sums.at(number) ?? 0;
  const excess = actual - expected;
  if (
    excess <= 0 ||
    excess < thresholds.absolute ||
    excess < thresholds.relative * Math.max(0, expected)
  ) {
    return undefined;
  }
  const spread = Math.max(
    spreadOf({ sums, model, last }),
    SPREAD_FLOOR * Math.abs(expected),
    Number.EPSILON,
  );
  const score = excess / spread;
  return score < thresholds.score
    ? undefined
    : { first: number, last: number, expected, actual, score };
}

/** How far days lie from their weekday's median, robustly. */
function spreadOf(options: {
  sums: DaySums;
  model: WeekdayModel;
  last: number;
}): number {
  const { sums, model, last } = options;
  const residuals: number[] = [];
  const from = Math.max(sums.first, last - HISTORY_DAYS + 1);
  for (let number = from; number <= last; number++) {
    residuals.push((sums.at(number) ?? 0) - model.at(number));
  }
  const middle = median(residuals);
  return (
    FORETELLING *
    MAD_TO_DEVIATION *
    medianAbsoluteDeviation(residuals.map(residual => residual - middle))
  );
}
