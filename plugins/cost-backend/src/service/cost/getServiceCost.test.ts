import { parseAmount } from '@plimsoll/plugin-cost-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createCostWorld,
  ordinaryBill,
  refOf,
  UNIT,
} from '../__testUtils__/costWorld';

const databases = createTestDatabases();

describe('getServiceCost', () => {
  it.each(databases.ids)(
    'counts what the groups below a group own, %s',
    async id => {
      const world = await createCostWorld({ databases, id });
      await world.bill(ordinaryBill());
      const totalOf = async (ref: string) => {
        const october = { from: '2026-10-01', to: '2026-11-01' };
        const { total } = await world.cost.getServiceCost(
          ref,
          october,
          world.caller,
        );
        return parseAmount(total);
      };
      const company = 'group:default/company';
      await expect(totalOf(company)).rejects.toThrow(/There is no service of/);

      await world.context.services.replaceGroups(
        ['group:default/shop', 'group:default/money'].map(childRef => ({
          parentRef: company,
          childRef,
        })),
      );
      const shop = await totalOf('group:default/shop');
      const money = await totalOf('group:default/money');
      expect(shop).toBeGreaterThanOrEqual(31n * 3n * UNIT);
      expect(money).toBeGreaterThanOrEqual(31n * 3n * UNIT);
      expect(await totalOf(company)).toBe(shop + money);
    },
  );

  it.each(databases.ids)(
    'calls no service unmapped for a currency that it is not charged in, %s',
    async id => {
      const { bill, cost, caller } = await createCostWorld({ databases, id });
      await bill(ordinaryBill());
      const stateOf = async (name: string, currency: string) =>
        (await cost.getServiceCost(refOf(name), { currency }, caller)).state;
      expect(await stateOf('cart', 'XXX')).toBe('ok');
      expect(await stateOf('lone', 'XXX')).toBe('unmapped');
      expect(await stateOf('lone', 'USD')).toBe('unmapped');
    },
  );
});
