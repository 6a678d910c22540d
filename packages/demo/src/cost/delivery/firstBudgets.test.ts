import type { CostBudget, ServiceCost } from '@plimsoll/plugin-cost-common';
import { setFirstBudgets } from './firstBudgets';

describe('setFirstBudgets', () => {
  it('leaves alone what somebody has set', async () => {
    const setBudget = jest.fn(async () => ({} as CostBudget));
    await setFirstBudgets({
      request: { token: 't' },
      cost: {
        getServiceCost: async ref =>
          ({
            ...(ref.endsWith('search') && { budget: {} }),
          } as ServiceCost),
        setBudget,
      },
    });
    expect(setBudget).toHaveBeenCalledTimes(3);
    expect(setBudget).toHaveBeenCalledWith(
      'component:default/checkout',
      { amount: '800', currency: 'USD' },
      { token: 't' },
    );
  });
});
