import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { IndexedService } from './IndexedService';
import { ServiceIndex } from './ServiceIndex';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const cart: IndexedService = {
  entityRef: 'component:default/cart',
  kind: 'component',
  title: 'Cart',
  type: 'service',
  lifecycle: 'production',
  tier: 'tier-1',
  owners: ['group:default/shop', 'user:default/ada'],
  system: 'system:default/shop',
  domain: 'domain:default/retail',
};
const api: IndexedService = {
  entityRef: 'api:default/cart',
  kind: 'api',
  owners: [],
};

async function createIndex(knex: Knex, options?: { skip?: boolean }) {
  const database = mockServices.database.mock({
    getClient: async () => knex,
    migrations: options,
  });
  return ServiceIndex.create({ database });
}

describe('ServiceIndex', () => {
  it.each(databases.eachSupportedId())(
    'gives back what it was told, %p',
    async id => {
      const knex = await databases.init(id);
      const index = await createIndex(knex);

      expect(await index.replaceAll([cart, api])).toEqual({
        added: 2,
        changed: 0,
        removed: 0,
      });
      expect(await index.getAll()).toEqual(
        new Map([
          [cart.entityRef, cart],
          [api.entityRef, api],
        ]),
      );
      expect(
        await index.getServices([cart.entityRef, cart.entityRef, 'api:x/y']),
      ).toEqual(new Map([[cart.entityRef, cart]]));
      // in one statement, and with those that nobody owns
      const statements: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
      expect(await index.getServices([api.entityRef, cart.entityRef])).toEqual(
        new Map([
          [cart.entityRef, cart],
          [api.entityRef, api],
        ]),
      );
      expect(statements).toHaveLength(1);
    },
  );

  it.each(databases.eachSupportedId())(
    'writes only what differs and forgets what is gone, %p',
    async id => {
      const index = await createIndex(await databases.init(id));
      await index.replaceAll([cart, api]);

      expect(await index.replaceAll([api, cart])).toEqual({
        added: 0,
        changed: 0,
        removed: 0,
      });

      const moved = { ...cart, owners: ['group:default/pay'], tier: undefined };
      expect(await index.replaceAll([moved])).toEqual({
        added: 0,
        changed: 1,
        removed: 1,
      });
      expect(await index.getAll()).toEqual(new Map([[cart.entityRef, moved]]));
    },
  );

  it.each(databases.eachSupportedId())(
    'takes a catalog of thousands, %p',
    async id => {
      const index = await createIndex(await databases.init(id));
      const many = Array.from({ length: 2_050 }, (_, i) => ({
        ...cart,
        entityRef: `component:default/c${i}`,
      }));

      expect((await index.replaceAll(many)).added).toBe(2_050);
      expect((await index.replaceAll(many.slice(1))).removed).toBe(1);
      const found = await index.getServices(many.map(item => item.entityRef));
      expect(found.size).toBe(2_049);
      expect(found.get('component:default/c2049')?.owners).toEqual(cart.owners);
    },
  );

  it.each(databases.eachSupportedId())(
    'takes titles and types of any length, %p',
    async id => {
      const index = await createIndex(await databases.init(id));
      const wordy = {
        ...cart,
        title: 'İ'.repeat(300),
        type: 't'.repeat(300),
        lifecycle: 'l'.repeat(300),
        tier: 'tier-'.repeat(100),
      };

      expect((await index.replaceAll([wordy, api])).added).toBe(2);
      expect((await index.getAll()).get(cart.entityRef)).toEqual(wordy);
    },
  );

  it.each(databases.eachSupportedId())(
    'leaves the own migrations of the plugin alone, %p',
    async id => {
      const knex = await databases.init(id);
      await createIndex(knex);
      await createIndex(knex);

      expect(await knex('service_index_migrations').select('name')).toEqual([
        { name: '20261121000000_init.js' },
      ]);
      expect(await knex.schema.hasTable('knex_migrations')).toBe(false);
    },
  );

  it('does not migrate a database that it may not change', async () => {
    const knex = await databases.init('SQLITE_3');
    await createIndex(knex, { skip: true });
    expect(await knex.schema.hasTable('service_index')).toBe(false);
  });

  it('takes its tables away again', async () => {
    const knex = await databases.init('SQLITE_3');
    await createIndex(knex);
    const migration = jest.requireActual(
      '../../migrations/20261121000000_init.js',
    );
    await migration.down(knex);
    expect(await knex.schema.hasTable('service_index')).toBe(false);
    expect(await knex.schema.hasTable('service_index_owner')).toBe(false);
  });
});
