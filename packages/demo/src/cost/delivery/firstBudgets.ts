import type { CostApi, CostRequestOptions } from '@plimsoll/plugin-cost-common';

/** What is asked of the portal. */
export type BudgetedCost = Pick<CostApi, 'getServiceCost' | 'setBudget'>;

/** Budgets of a month, in US dollars: kept, nearly kept, and not kept. */
const BUDGETS: Readonly<Record<string, string>> = {
  checkout: '800',
  storefront: '3000',
  search: '1500',
  'session-api': '320',
};

/**
 * Sets the budgets that ShopKart agreed upon, where there is none. A service
 * that cannot be asked yet does not keep the others from theirs.
 *
 * @throws the first fault, once all have been tried
 */
export async function setFirstBudgets(options: {
  cost: BudgetedCost;
  request: CostRequestOptions;
}): Promise<void> {
  const { cost, request } = options;
  const faults: unknown[] = [];
  for (const [name, amount] of Object.entries(BUDGETS)) {
    const ref = `component:default/${name}`;
    try {
      const { budget } = await cost.getServiceCost(ref, {}, request);
      if (!budget) {
        await cost.setBudget(ref, { amount, currency: 'USD' }, request);
      }
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) {
    throw faults[0];
  }
}
