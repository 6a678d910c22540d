import { parseEntityRef } from '@backstage/catalog-model';
import type { BudgetNotice } from '@plimsoll/plugin-cost-common';
import type { OwnerNotification } from '@plimsoll/plugin-database';
import { budgetNoticeText } from './budgetNoticeText';
import type { MonthBudget } from './MonthBudget';

/** What owners are sent of a budget. */
export function budgetNotification(
  options: MonthBudget & {
    title: string;
    owners: readonly string[];
    notice: BudgetNotice;
  },
): OwnerNotification {
  const { entityRef, month, budget, title, owners, notice } = options;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const { amount, currency, state } = budget;
  return {
    key: `cost-budget:${entityRef}:${month}:${amount} ${currency}:${notice.threshold}`,
    owners,
    ...budgetNoticeText({ title, budget, notice }),
    link: `/catalog/${namespace}/${kind}/${name}/cost`,
    severity: state === 'over' ? 'high' : 'normal',
    topic: 'cost',
  };
}
