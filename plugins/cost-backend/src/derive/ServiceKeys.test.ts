import { Pace } from '@plimsoll/plugin-database';
import { insertBill } from '../__testUtils__/insertBill';
import { CatalogClaims } from '../catalog/CatalogClaims';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ServiceKeys } from './ServiceKeys';

const CART = 'component:default/cart';
const databases = createTestDatabases();

describe('ServiceKeys', () => {
  it.each(databases.ids)(
    'reads the keys of all services once, page by page, %s',
    async id => {
      const { client } = await databases.create(id);
      await CatalogClaims.create({ client }).replaceAll({
        claims: {
          mapping: [{ by: 'tag', value: 'cart', entityRef: CART }],
          dependencies: [],
        },
        onChange: async () => {},
      });
      await insertBill({
        client,
        charges: Array.from({ length: 1_200 }, (_, index) => ({
          day: '2026-11-01',
          amount: 1n,
          tags: { app: index % 2 === 0 ? 'cart' : 'pay' },
          key: { resourceId: `i-${index}` },
        })),
      });
      const asked: string[] = [];
      client.on('query', ({ sql }: { sql: string }) => asked.push(sql));
      const keys = ServiceKeys.create({
        pace: Pace.create(),
        client,
        allocation: { tags: ['app'], rules: [], pools: [], currency: 'USD' },
      });

      const [own, again, others] = await Promise.all([
        keys.of(CART),
        keys.of(CART),
        keys.of('component:default/pay'),
      ]);

      expect(own.size).toBe(600);
      expect(again).toBe(own);
      expect(others.size).toBe(0);
      expect([...own.values()].every(({ tags }) => tags.app === 'cart')).toBe(
        true,
      );
      expect(asked.filter(sql => sql.includes('cost_key'))).toHaveLength(5);
    },
  );
});
