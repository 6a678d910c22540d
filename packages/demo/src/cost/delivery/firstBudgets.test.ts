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

  it('sets the others where one service is not known yet, and says so', async () => {
    const set: string[] = [];
    await expect(
      setFirstBudgets({
        request: { token: 't' },
        cost: {
          getServiceCost: async ref => {
            if (ref.endsWith('checkout')) {
              throw new Error('There is no service of checkout');
            }
            return {} as ServiceCost;
          },
          setBudget: async ref => {
            set.push(ref.split('/')[1]);
            return {} as CostBudget;
          },
        },
      }),
    ).rejects.toThrow('There is no service of checkout');
    expect(set).toEqual(['storefront', 'search', 'session-api']);
  });
});
