import { parseAmount } from '@plimsoll/plugin-cost-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createCostWorld,
  ordinaryBill,
  refOf,
  UNIT,
} from '../__testUtils__/costWorld';

const databases = createTestDatabases();

/** What is nobody's own comes to everybody, to the same parts. */
const EVEN_PLATFORM = {
  allocation: {
    tags: ['service'],
    rules: [{ name: 'platform', match: { product: 'EKS' }, pool: 'platform' }],
    pools: [{ name: 'platform', key: 'even' as const }],
    currency: 'USD',
  },
};

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
      expect(await stateOf('cart', 'XXX')).toBe('other-currency');
      expect(await stateOf('cart', 'USD')).toBe('ok');
      expect(await stateOf('lone', 'XXX')).toBe('unmapped');
      expect(await stateOf('lone', 'USD')).toBe('unmapped');
    },
  );

  it.each(databases.ids)(
    'names the currencies of a service that is not charged in the one asked for, %s',
    async id => {
      const { bill, cost, caller } = await createCostWorld({ databases, id });
      await bill([
        ...ordinaryBill(),
        {
          day: '2026-11-10',
          amount: 7n * UNIT,
          tags: { service: 'lone' },
          line: { currency: 'EUR' },
        },
        {
          day: '2026-11-10',
          amount: 7n * UNIT,
          tags: { service: 'pay' },
          line: { currency: 'EUR' },
        },
      ]);
      const of = async (name: string, currency?: string) => {
        const range = currency ? { currency } : {};
        return cost.getServiceCost(refOf(name), range, caller);
      };
      expect(await of('lone')).toMatchObject({
        state: 'other-currency',
        otherCurrencies: ['EUR'],
        total: '0.00',
      });
      expect(await of('lone', 'EUR')).toMatchObject({
        state: 'ok',
        otherCurrencies: [],
        total: '7.00',
      });
      expect(await of('pay')).toMatchObject({
        state: 'ok',
        otherCurrencies: ['EUR'],
      });
    },
  );

  it.each(databases.ids)(
    'takes no part of a pool for a cost of a service that nothing names, %s',
    async id => {
      const { bill, cost, caller } = await createCostWorld({
        databases,
        id,
        context: EVEN_PLATFORM,
      });
      await bill(ordinaryBill());
      const lone = await cost.getServiceCost(refOf('lone'), {}, caller);
      expect(Number(lone.total)).toBeGreaterThan(0);
      expect(lone).toMatchObject({
        state: 'unmapped',
        mapping: { annotation: 'plimsoll.dev/cost-tags' },
      });
      expect(lone).not.toHaveProperty('namedUntil');
      const cart = await cost.getServiceCost(refOf('cart'), {}, caller);
      expect(cart.state).toBe('ok');
    },
  );

  it.each(databases.ids)(
    'says since when nothing names a service that it did name, %s',
    async id => {
      const { bill, cost, caller } = await createCostWorld({
        databases,
        id,
        context: EVEN_PLATFORM,
      });
      await bill([
        ...ordinaryBill(),
        { day: '2026-10-11', amount: UNIT, tags: { service: 'lone' } },
      ]);
      const of = (range: object) =>
        cost.getServiceCost(refOf('lone'), range, caller);
      // the month so far is to 17 November: five weeks and more ago
      expect(await of({})).toMatchObject({
        state: 'unmapped',
        namedUntil: '2026-10-11',
      });
      expect(await of({ from: '2026-10-01', to: '2026-11-01' })).toMatchObject({
        state: 'ok',
      });
      expect(await of({ from: '2026-09-20', to: '2026-10-01' })).toMatchObject({
        state: 'unmapped',
      });
      // what is charged once a month is not unknown at the next one's begin
      await bill([
        { day: '2026-11-02', amount: UNIT, tags: { service: 'cart' } },
        { day: '2026-10-20', amount: UNIT, tags: { service: 'lone' } },
      ]);
      expect(await of({})).toMatchObject({ state: 'ok' });
      // nor in a range between two of them
      const between = { from: '2026-10-25', to: '2026-11-01' };
      expect(await of(between)).toMatchObject({ state: 'ok' });
    },
  );

  it.each(databases.ids)(
    'says whether anything measures what pods use, %s',
    async id => {
      const { bill, client, cost, caller } = await createCostWorld({
        databases,
        id,
      });
      await bill(ordinaryBill());
      await client('cost_use').insert(
        [
          ['container', refOf('cart')],
          ['idle', refOf('pay')],
        ].map(([kind, entityRef]) => ({
          source: 'prometheus',
          id: kind,
          kind,
          entity_ref: entityRef,
          evidence: '{}',
          read_at: 1,
        })),
      );
      const measured = async (entityRef: string) => {
        const [page, list] = [
          await cost.getServiceCost(entityRef, {}, caller),
          await cost.listSavings({ entityRef }, caller),
        ];
        return [page.savings.measured, list.measured];
      };
      expect(await measured(refOf('cart'))).toEqual([true, true]);
      expect(await measured(refOf('pay'))).toEqual([undefined, undefined]);
      expect(await measured('system:default/shop')).toEqual([true, true]);
    },
  );

  it.each(databases.ids)(
    'answers that there is no such service, on lists as well, %s',
    async id => {
      const { bill, cost, caller } = await createCostWorld({ databases, id });
      await bill(ordinaryBill());
      const entityRef = refOf('nosuch');
      const group = 'group:default/nosuch';
      for (const asked of [
        cost.listSavings({ entityRef }, caller),
        cost.listAnomalies({ entityRef }, caller),
        cost.listServices({ owner: group }, caller),
        cost.listServices({ system: 'system:default/nosuch' }, caller),
        cost.listServices({ owner: group, groupBy: 'system' }, caller),
      ]) {
        await expect(asked).rejects.toThrow(/There is no service of .*nosuch/);
      }
      const page = await cost.listServices(
        { owner: 'group:default/shop' },
        caller,
      );
      expect(page.totalItems).toBe(1);
    },
  );
});
