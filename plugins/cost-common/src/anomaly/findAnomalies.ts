import type { CostAnomaly } from '../api/responses';
import type { CostCategory } from '../bill/CostCategory';
import type { DailyAmount, DailyVolume } from '../calendar/DailySeries';
import { DaySums } from '../calendar/DaySums';
import { dayOfNumber } from '../calendar/utcDays';
import type { CostedDeployment } from '../deployments/CostedDeployment';
import { formatAmount } from '../money/formatAmount';
import { NANO_PER_UNIT, type NanoUnits } from '../money/nanoUnits';
import { nanosOf, unitsOf } from '../money/unitsOf';
import { anomalyIdOf } from './anomalyIdOf';
import { excessOf } from './excessOf';
import { type CostSpan, findSpans } from './findSpans';
import { type CostPart, scoreCauses } from './scoreCauses';

/** What a day must exceed to be an anomaly, all of it. @public */
export interface AnomalyThresholds {
  /** Above what the day was expected to cost. */
  absolute: NanoUnits;
  /** Share of what it was expected to cost. */
  relative: number;
  /** Robust z; 3.5 by default. */
  score?: number;
}

/** 5 units of the currency and 25 %. @public */
export const DEFAULT_ANOMALY_THRESHOLDS: Required<AnomalyThresholds> = {
  absolute: 5n * NANO_PER_UNIT,
  relative: 0.25,
  score: 3.5,
};

/**
 * Days before those that are judged in which an anomaly may have begun: a step
 * is what a service costs after three weeks.
 */
const BEGUN_DAYS = 28;

/** @public */
export interface FindAnomaliesOptions {
  entityRef?: string;
  title: string;
  days: readonly DailyAmount[];
  /** Last day of which the bill is complete; later ones are left out. */
  completeTo: string;
  thresholds?: AnomalyThresholds;
  /** How many complete days are judged; 30 by default. */
  lookBackDays?: number;
  /** Products, SKUs and resources that the cost is made of. */
  parts?: readonly CostPart[];
  categories?: readonly {
    category: CostCategory;
    days: readonly DailyAmount[];
  }[];
  deployments?: readonly CostedDeployment[];
  /** Requests: whether traffic explains it. */
  volumes?: readonly DailyVolume[];
}

/**
 * Days that cost more than their weekdays do, by an absolute amount and by a
 * share and by a robust z (distance from the weekday's median in scaled median
 * absolute deviations). Neighbouring days are one anomaly, and one that began
 * before the days that are judged has its first day all the same, so that it is
 * the same anomaly tomorrow. Nothing is said of the first two weeks of a service.
 *
 * @returns newest first; `to` is the day after the last
 * @public
 */
export function findAnomalies(options: FindAnomaliesOptions): CostAnomaly[] {
  const { thresholds = DEFAULT_ANOMALY_THRESHOLDS, lookBackDays = 30 } =
    options;
  const sums = new DaySums(options);
  const from = sums.last - lookBackDays + 1;
  return findSpans({
    sums,
    from: from - BEGUN_DAYS,
    thresholds: {
      absolute: unitsOf(thresholds.absolute),
      relative: thresholds.relative,
      score: thresholds.score ?? DEFAULT_ANOMALY_THRESHOLDS.score,
    },
  })
    .filter(({ last }) => last >= from)
    .map(span => anomalyOf({ ...options, span, sums }))
    .reverse();
}

function anomalyOf(
  options: FindAnomaliesOptions & { span: CostSpan; sums: DaySums },
): CostAnomaly {
  const { entityRef, title, span, sums, categories = [] } = options;
  const { expected, actual, score } = span;
  const from = dayOfNumber(span.first);
  const excess = actual - expected;
  const category = categories
    .map(part => ({ ...part, excess: excessOf(part.days, span) }))
    .sort((a, b) => b.excess - a.excess)
    .find(part => part.excess >= excess / 2)?.category;
  return {
    id: anomalyIdOf([entityRef ?? title, from]),
    ...(entityRef !== undefined && { entityRef }),
    title,
    from,
    to: dayOfNumber(span.last + 1),
    ...(category && { category }),
    expected: formatAmount(nanosOf(expected)),
    actual: formatAmount(nanosOf(actual)),
    excess: formatAmount(nanosOf(excess)),
    ratio: expected > 0 ? actual / expected - 1 : 0,
    score,
    causes: scoreCauses({ ...options, span }),
    state: span.last === sums.last ? 'open' : 'over',
  };
}
