import { listDays } from '@plimsoll/plugin-cost-common';
import { insertBill } from '../../__testUtils__/insertBill';
import { readGroupBudgets } from '../../budgets/readGroupBudgets';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createCostWorld, refOf, UNIT } from '../__testUtils__/costWorld';

const databases = createTestDatabases();
const OWNERS = ['group:default/money', 'group:default/shop'];

describe('listGroups', () => {
  it.each(databases.ids)(
    'says of every owner what its own page says, %s',
    async id => {
      const world = await createCostWorld({
        databases,
        id,
        services: [
          {
            entityRef: refOf('cart'),
            kind: 'component',
            owners: OWNERS,
          },
          { entityRef: refOf('pay'), kind: 'component', owners: [OWNERS[1]] },
        ],
      });
      await world.bill([
        { day: '2026-11-16', amount: 3n * UNIT, tags: { service: 'cart' } },
        { day: '2026-11-16', amount: 2n * UNIT, tags: { service: 'pay' } },
      ]);
      const { cost, caller } = world;

      const { items } = await cost.listServices(
        { groupBy: 'owner', sort: 'name' },
        caller,
      );

      expect(items.map(({ ref, total }) => [ref, total])).toEqual([
        [OWNERS[0], '3.00'],
        [OWNERS[1], '5.00'],
      ]);
      for (const { ref, total } of items) {
        const page = await cost.getServiceCost(ref, {}, caller);
        expect(page.total).toBe(total);
      }
    },
  );

  it.each(databases.ids)(
    'says of budgets and of the month what pages and notices say, %s',
    async id => {
      const [money, shop] = OWNERS;
      const world = await createCostWorld({
        databases,
        id,
        services: [
          { entityRef: refOf('cart'), kind: 'component', owners: [shop] },
          { entityRef: refOf('pay'), kind: 'component', owners: [shop] },
          { entityRef: refOf('lone'), kind: 'component', owners: [money] },
        ],
      });
      const { client, context, cost, caller, derive, worker } = world;
      const charge = (service: string, day: string, units: bigint) => ({
        day,
        amount: units * UNIT,
        tags: { service },
      });
      await insertBill({
        client,
        charges: [
          ...listDays('2026-10-01', '2026-11-17').map((day, n) =>
            charge('cart', day, BigInt(3 + (n % 3))),
          ),
          // two complete days old
          charge('pay', '2026-11-14', 250n),
          charge('pay', '2026-11-15', 250n),
          // incomplete
          charge('pay', '2026-11-16', 40n),
          // once in a while
          charge('lone', '2026-08-03', 9n),
          charge('lone', '2026-11-12', 9n),
        ],
        completeTo: '2026-11-15',
      });
      await derive.markDue();
      await worker.drain();
      for (const owner of OWNERS) {
        const amount = owner === shop ? '570' : '100';
        await cost.setBudget(owner, { amount, currency: 'USD' }, caller);
      }

      for (const metric of ['effective', 'billed'] as const) {
        const { items } = await cost.listServices(
          { groupBy: 'owner', sort: 'name', metric },
          caller,
        );
        expect(items).toHaveLength(2);
        for (const { ref, budget, forecast } of items) {
          const page = await cost.getServiceCost(ref, { metric }, caller);
          expect(budget).toEqual({
            amount: page.budget?.amount,
            usedRatio: page.budget?.usedRatio,
            state: page.budget?.state,
          });
          expect(forecast?.expected).toBe(page.forecast?.expected);
          expect(Number(forecast?.low)).toBeLessThanOrEqual(
            Number(forecast?.expected),
          );
          expect(Number(forecast?.high)).toBeGreaterThanOrEqual(
            Number(forecast?.expected),
          );
        }
      }
      const told = await readGroupBudgets({ context });
      expect(told.map(({ entityRef }) => entityRef)).toEqual(OWNERS);
      for (const { entityRef, budget } of told) {
        const page = await cost.getServiceCost(entityRef, {}, caller);
        expect(budget).toEqual(page.budget);
      }
      expect(told[1].budget).toMatchObject({ state: 'over-expected' });
    },
  );

  it.each(databases.ids)('has no figure for a person, %s', async id => {
    const ada = 'user:default/ada';
    const world = await createCostWorld({
      databases,
      id,
      services: [
        {
          entityRef: refOf('cart'),
          kind: 'component',
          owners: [OWNERS[0], ada],
        },
      ],
    });
    await world.bill([
      { day: '2026-11-16', amount: 3n * UNIT, tags: { service: 'cart' } },
    ]);
    const { cost, caller } = world;

    const { items } = await cost.listServices({ groupBy: 'owner' }, caller);
    expect(items.map(({ ref }) => ref)).toEqual([OWNERS[0]]);
    for (const ask of [
      () => cost.listServices({ owner: ada }, caller),
      () => cost.getServiceCost('User:Ada', {}, caller),
      () => cost.listDeploymentCosts(ada, {}, caller),
      () => cost.explain(ada, { figure: 'total' }, caller),
      () => cost.listSavings({ entityRef: ada }, caller),
      () => cost.listAnomalies({ entityRef: ada }, caller),
      () => cost.setBudget(ada, { amount: '5', currency: 'USD' }, caller),
      () => cost.removeBudget(ada, caller),
      () =>
        cost.previewMapping(
          { entityRef: ada, match: { product: 'x' } },
          caller,
        ),
    ]) {
      await expect(ask()).rejects.toThrow('is a person, for whom nothing');
    }
  });
});
