import type { CostBudget, CostForecast } from '@plimsoll/plugin-cost-common';

/** Share of the bar that stays free beyond the largest amount. */
const ROOM = 1.07;

/**
 * Where an amount stands on a budget's bar, in percent of its length: from
 * nothing to a bit more than the largest of budget, use and expectation.
 */
export function meterScale(options: {
  budget: Pick<CostBudget, 'amount' | 'used'>;
  forecast?: Pick<CostForecast, 'high'>;
}): (amount: string) => number {
  const { budget, forecast } = options;
  const largest = Math.max(
    Number(budget.amount),
    Number(budget.used),
    Number(forecast?.high ?? 0),
  );
  const end = largest * ROOM;
  return amount =>
    end > 0 ? Math.min(100, Math.max(0, (Number(amount) / end) * 100)) : 0;
}
