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
