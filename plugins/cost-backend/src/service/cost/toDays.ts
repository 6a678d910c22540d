import {
  addDays,
  type CostCategory,
  type CostDay,
  expectedDays,
  formatAmount,
  listDays,
} from '@plimsoll/plugin-cost-common';
import type { CostRange } from '../range/CostRange';
import { isSpending } from './lineKinds';
import type { DailyCost } from './readDailyCosts';
import { dailyAmounts, sumBy, totalOf } from './sumBy';

/**
 * The days of a range, each by category. The running month goes on to today:
 * its days of which the bill is not complete say so, and what they are
 * expected to cost.
 *
 * @param options.costs - those of the range, and history before it
 */
export function toDays(options: {
  costs: readonly Pick<DailyCost, 'day' | 'category' | 'kind' | 'amount'>[];
  range: CostRange;
  /** UTC day. */
  today: string;
  /** Last complete day. */
  completeTo: string;
}): CostDay[] {
  const { costs, range, today, completeTo } = options;
  const end =
    range.isRunningMonth && today >= range.to ? addDays(today, 1) : range.to;
  const expected = new Map(
    expectedDays({
      days: dailyAmounts(costs),
      completeTo,
      from: range.from,
      to: end,
    }).map(({ day, amount }) => [day, amount]),
  );
  const byDay = new Map<string, (typeof costs)[number][]>();
  for (const cost of costs) {
    byDay.set(cost.day, [...(byDay.get(cost.day) ?? []), cost]);
  }
  return listDays(range.from, end).map(day => {
    const ofDay = byDay.get(day) ?? [];
    const expectation = expected.get(day);
    return {
      day,
      total: formatAmount(totalOf(ofDay)),
      ...(day > completeTo && { incomplete: true }),
      ...(expectation !== undefined && { expected: formatAmount(expectation) }),
      categories: toCategories(ofDay),
    };
  });
}

/** What was spent on each category, without lines of their own. */
export function toCategories(
  costs: readonly Pick<DailyCost, 'category' | 'kind' | 'amount'>[],
): Partial<Record<CostCategory, string>> {
  return Object.fromEntries(
    [...sumBy(costs.filter(isSpending), ({ category }) => category)].map(
      ([category, amount]) => [category, formatAmount(amount)],
    ),
  );
}
