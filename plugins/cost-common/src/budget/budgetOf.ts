import type { CostBudget, CostForecast } from '../api/responses';
import { formatAmount } from '../money/formatAmount';
import type { NanoUnits } from '../money/nanoUnits';
import { parseAmount } from '../money/parseAmount';

/** Shares of a budget at which its owners are told. @public */
export const DEFAULT_NOTIFY_AT: readonly number[] = [0.5, 0.8, 1];

/** @public */
export interface BudgetOfOptions
  extends Pick<CostBudget, 'amount' | 'currency' | 'setBy' | 'setAt' | 'from'> {
  /** Month to date, in the budget's currency. */
  used: NanoUnits;
  forecast?: Pick<CostForecast, 'expected'>;
  notifyAt?: readonly number[];
}

/**
 * How a month's budget stands.
 *
 * @throws InputError when the amount is no number
 * @public
 */
export function budgetOf(options: BudgetOfOptions): CostBudget {
  const { used, forecast, notifyAt = DEFAULT_NOTIFY_AT, ...rest } = options;
  const amount = parseAmount(rest.amount);
  const isOver = used > amount;
  const isExpected =
    forecast !== undefined && parseAmount(forecast.expected) > amount;
  return {
    ...rest,
    amount: formatAmount(amount),
    used: formatAmount(used),
    usedRatio: amount > 0n ? Number(used) / Number(amount) : 0,
    state: underUnless({ isOver, isExpected }),
    notifyAt: [...notifyAt].sort((a, b) => a - b),
  };
}

function underUnless(options: {
  isOver: boolean;
  isExpected: boolean;
}): CostBudget['state'] {
  if (options.isOver) {
    return 'over';
  }
  return options.isExpected ? 'over-expected' : 'under';
}
