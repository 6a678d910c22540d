import { ServiceIndex } from '@plimsoll/service-index';
import type { SharedPool } from '@plimsoll/plugin-cost-common';
import { insertBill } from '../__testUtils__/insertBill';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { followServiceRefs } from './followServiceRefs';

const databases = createTestDatabases();
const CART = 'component:default/cart';
const PAY = 'component:default/pay';

async function setUp(id: (typeof databases.ids)[number], pools: SharedPool[]) {
  const { client } = await databases.create(id);
  const services = await ServiceIndex.create({
    database: { getClient: async () => client },
  });
  await insertBill({ client, charges: [{ day: '2026-11-01', amount: 1n }] });
  return {
    /** Whether months are marked once the catalog has these. */
    async follow(
      all: Array<{ ref: string; title?: string; owner?: string }>,
    ): Promise<boolean> {
      await services.replaceAll(
        all.map(({ ref, title, owner }) => ({
          entityRef: ref,
          kind: 'component',
          owners: owner ? [owner] : [],
          ...(title && { title }),
        })),
      );
      await client('cost_dirty').delete();
      const marked = await followServiceRefs({
        client,
        allocation: { pools },
        now: 7,
      });
      const months = await client('cost_dirty').pluck('billing_month');
      expect(months).toEqual(marked ? ['2026-11-01'] : []);
      return marked;
    },
  };
}

describe('followServiceRefs', () => {
  it.each(databases.ids)(
    'marks months for other services, not for other titles and owners, %s',
    async id => {
      const { follow } = await setUp(id, [{ name: 'platform', key: 'even' }]);
      await expect(follow([{ ref: CART }])).resolves.toBe(true);
      await expect(follow([{ ref: CART }])).resolves.toBe(false);
      await expect(
        follow([{ ref: CART, title: 'The cart', owner: 'group:default/shop' }]),
      ).resolves.toBe(false);
      await expect(follow([{ ref: CART }, { ref: PAY }])).resolves.toBe(true);
      await expect(follow([{ ref: PAY }])).resolves.toBe(true);
    },
  );

  it.each(databases.ids)(
    'marks none where no pool is shared by all services, %s',
    async id => {
      const { follow } = await setUp(id, [
        { name: 'platform', key: 'even', members: [CART] },
      ]);
      await expect(follow([{ ref: CART }, { ref: PAY }])).resolves.toBe(false);
    },
  );
});
