import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  createCostWorld,
  ordinaryBill,
  refOf,
} from '../service/__testUtils__/costWorld';

const databases = createTestDatabases();

describe('setBudget', () => {
  it.each(databases.ids)(
    'refuses a currency that nothing is charged in, and keeps the budget, %s',
    async id => {
      const { bill, cost, caller } = await createCostWorld({ databases, id });
      await bill(ordinaryBill());
      const usd = { amount: '800', currency: 'USD' };
      const eur = { amount: '800', currency: 'EUR' };
      for (const ref of [refOf('cart'), 'system:default/shop']) {
        await cost.setBudget(ref, usd, caller);
        await expect(cost.setBudget(ref, eur, caller)).rejects.toThrow(
          `currency is 'EUR', but ${ref} is charged in USD; set its budget in that`,
        );
        const { budget } = await cost.getServiceCost(ref, {}, caller);
        expect(budget).toMatchObject({ amount: '800.00', currency: 'USD' });
      }
      // nothing says yet what it will be charged in
      await expect(
        cost.setBudget(refOf('lone'), eur, caller),
      ).resolves.toMatchObject({ currency: 'EUR' });
    },
  );
});
