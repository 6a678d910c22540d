import type { CostApi, CostRequestOptions } from '@plimsoll/plugin-cost-common';

/** Budgets of a month, in US dollars: kept, nearly kept, and not kept. */
const BUDGETS: Readonly<Record<string, string>> = {
  checkout: '800',
  storefront: '3000',
  search: '1500',
  'session-api': '320',
};

/** Sets the budgets that ShopKart agreed upon, where there is none. */
export async function setFirstBudgets(options: {
  cost: Pick<CostApi, 'getServiceCost' | 'setBudget'>;
  request: CostRequestOptions;
}): Promise<void> {
  const { cost, request } = options;
  for (const [name, amount] of Object.entries(BUDGETS)) {
    const ref = `component:default/${name}`;
    const { budget } = await cost.getServiceCost(ref, {}, request);
    if (!budget) {
      await cost.setBudget(ref, { amount, currency: 'USD' }, request);
    }
  }
}
