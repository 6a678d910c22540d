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
});
