import type { CostForecast } from '../api/responses';
import type { DailyAmount } from '../calendar/DailySeries';
import { DaySums } from '../calendar/DaySums';
import { addDays, dayNumber, monthOf, nextMonthOf } from '../calendar/utcDays';
import { formatAmount } from '../money/formatAmount';
import type { NanoUnits } from '../money/nanoUnits';
import { nanosOf } from '../money/unitsOf';
import { residualRange } from './residualRange';
import { FEWEST_TO_FORECAST, WeekdayModel } from './WeekdayModel';

/**
 * Complete days below which nothing is said about the rest of a month: of a
 * weekday that was not seen nothing is known.
 */
const FEWEST_DAYS = 7;

/** @public */
export interface ForecastMonthOptions {
  /** By day, in any order; incomplete days are left out. */
  days: readonly DailyAmount[];
  /** First day of the month that is forecast. */
  month: string;
  /** Last day of which the bill is complete. */
  completeTo: string;
  /** Share of months that should end within the interval; 0.9 by default. */
  confidence?: number;
}

/**
 * What a month will have cost: its complete days as billed, and each other day
 * as the median of its weekday in the last 28 complete days (of working days
 * or weekends where that was seen less than three times), fees of the first of
 * the month apart. The interval is what the same forecast missed by when it
 * is tried on past days.
 *
 * @returns nothing with fewer than 7 complete days
 * @public
 */
export function forecastMonth(
  options: ForecastMonthOptions,
): CostForecast | undefined {
  const { completeTo, confidence = 0.9 } = options;
  const month = monthOf(options.month);
  const end = nextMonthOf(month);
  const sums = new DaySums(options);
  const model = new WeekdayModel({
    sums,
    last: sums.last,
    fewestValues: FEWEST_TO_FORECAST,
  });
  if (model.days < FEWEST_DAYS) {
    return undefined;
  }
  const known = options.days
    .filter(({ day }) => day >= month && day < end && day <= completeTo)
    .reduce((sum, { amount }) => sum + amount, 0n);
  let expected = 0;
  let horizon = 0;
  const firstOpen = Math.max(dayNumber(month), sums.last + 1);
  for (let number = firstOpen; number < dayNumber(end); number++) {
    expected += model.at(number);
    horizon++;
  }
  const range = horizon
    ? residualRange({ sums, horizon, confidence })
    : { low: 0, high: 0 };
  const rest = (ratio: number): NanoUnits =>
    known + nanosOf(expected + Math.abs(expected) * ratio);
  return {
    month,
    expected: formatAmount(rest(0)),
    low: formatAmount(rest(range.low)),
    high: formatAmount(rest(range.high)),
    confidence,
    days: model.days,
  };
}

/**
 * What days that are not complete are expected to cost, by the same rule.
 *
 * @public
 */
export function expectedDays(options: {
  days: readonly DailyAmount[];
  completeTo: string;
  from: string;
  /** Exclusive. */
  to: string;
}): DailyAmount[] {
  const { completeTo, from, to } = options;
  const sums = new DaySums(options);
  const model = new WeekdayModel({
    sums,
    last: sums.last,
    fewestValues: FEWEST_TO_FORECAST,
  });
  const result: DailyAmount[] = [];
  if (model.days >= FEWEST_DAYS) {
    let day = from > completeTo ? from : addDays(completeTo, 1);
    for (; day < to; day = addDays(day, 1)) {
      result.push({ day, amount: nanosOf(model.at(dayNumber(day))) });
    }
  }
  return result;
}
