import type { BudgetNotice, CostBudget } from '@plimsoll/plugin-cost-common';

/** What owners read of a notice. Notifications have no language of their own. */
export function budgetNoticeText(options: {
  title: string;
  budget: CostBudget;
  notice: BudgetNotice;
}): { title: string; description: string } {
  const { title, budget, notice } = options;
  const used = `${budget.used} of ${budget.amount} ${budget.currency}`;
  return notice.kind === 'expected'
    ? {
        title: `${title} is expected to end the month above its budget`,
        description: `${used} are spent so far; the forecast is above the budget.`,
      }
    : {
        title: `${title} has used ${Math.round(
          notice.ratio * 100,
        )} % of its budget`,
        description: `${used} are spent this month.`,
      };
}
