import {
  changeAgainst,
  COST_CATEGORIES,
  type CostCategoryShare,
  formatAmount,
} from '@plimsoll/plugin-cost-common';
import type { CostRange } from '../range/CostRange';
import { isSpending } from './lineKinds';
import { basisOf, type DailyCost } from './readDailyCosts';
import { dailyAmounts, sumBy, totalOf } from './sumBy';

/** What a range was spent on, in the order of charts, and why it is so much. */
export function toCategoryShares(options: {
  costs: readonly DailyCost[];
  range: CostRange;
  /** First day of the bill. */
  since: string | undefined;
}): CostCategoryShare[] {
  const { costs, range, since } = options;
  const { from, completeEnd } = range;
  return COST_CATEGORIES.flatMap(category => {
    const all = costs.filter(
      cost => cost.category === category && isSpending(cost),
    );
    const own = all.filter(({ day }) => day >= from && day < range.to);
    if (own.length === 0) {
      return [];
    }
    const change = changeAgainst({
      days: dailyAmounts(all),
      from,
      to: completeEnd,
      since,
    });
    return [
      {
        category,
        total: formatAmount(totalOf(own)),
        ...(change && { change }),
        bases: [...sumBy(own, ({ basis }) => basis)]
          .sort(
            ([one, a], [other, b]) =>
              Number(b > a) - Number(b < a) || (one < other ? -1 : 1),
          )
          .map(([basis, total]) => ({
            basis: basisOf({ basis }),
            total: formatAmount(total),
          })),
      },
    ];
  });
}
