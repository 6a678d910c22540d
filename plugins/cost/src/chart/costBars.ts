import {
  addDays,
  nextMonthOf,
  type CostDay,
  type ServiceCost,
} from '@plimsoll/plugin-cost-common';
import type { StackedBar } from '@plimsoll/plugin-plimsoll-react';
import { dayStart, dayText, monthText, type Voice } from '../words';
import { costParts, type CostBar, type CostSeriesId } from './costSeries';

/** A bar with what is said about it. */
export interface NamedBar extends CostBar {
  bar: StackedBar;
  /** "17 Nov", "November". */
  name: string;
  incomplete?: boolean;
  expected?: string;
}

const MONDAY = 1;

/** A bar for each day; Mondays are named. */
export function dayBars(
  days: readonly CostDay[],
  series: readonly CostSeriesId[],
  voice: Pick<Voice, 'formats'>,
): NamedBar[] {
  return days.map(day => {
    const from = dayStart(day.day);
    const name = dayText(day.day, voice);
    return {
      ...day,
      name,
      bar: {
        from,
        to: dayStart(addDays(day.day, 1)),
        parts: costParts(day, series),
        incomplete: day.incomplete,
        expected: day.expected === undefined ? undefined : Number(day.expected),
        label: from.getUTCDay() === MONDAY ? name : undefined,
      },
    };
  });
}

/** A bar for each month; for one that is not over its forecast is drawn. */
export function monthBars(
  cost: Pick<ServiceCost, 'months' | 'forecast'>,
  series: readonly CostSeriesId[],
  voice: Pick<Voice, 'formats'>,
): NamedBar[] {
  const { months, forecast } = cost;
  return months.map(month => {
    const from = dayStart(month.month);
    const expected =
      month.incomplete && forecast?.month === month.month
        ? forecast.expected
        : undefined;
    return {
      ...month,
      expected,
      name: monthText(month.month, voice),
      bar: {
        from,
        to: dayStart(nextMonthOf(month.month)),
        parts: costParts(month, series),
        incomplete: month.incomplete,
        expected: expected === undefined ? undefined : Number(expected),
        label: monthText(month.month, voice, { short: true, now: from }),
      },
    };
  });
}
