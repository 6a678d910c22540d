import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { resolve as resolvePath } from 'node:path';
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

/** One group directly above another. */
const link = (parent: string, child: string) => ({
  parentRef: `group:default/${parent}`,
  childRef: `group:default/${child}`,
});

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
        { name: '20261122000000_groups.js' },
      ]);
      expect(await knex.schema.hasTable('knex_migrations')).toBe(false);
    },
  );

  it.each(databases.eachSupportedId())(
    'brings the tables of the previous version up to date, %p',
    async id => {
      const knex = await databases.init(id);
      await knex.migrate.up({
        directory: resolvePath(__dirname, '../../migrations'),
        tableName: 'service_index_migrations',
      });
      expect(await knex.schema.hasTable('service_index_group')).toBe(false);
      await knex('service_index').insert({
        entity_ref: api.entityRef,
        kind: 'api',
      });
      const index = await createIndex(knex);

      expect(await index.getAll()).toEqual(new Map([[api.entityRef, api]]));
      expect(await index.replaceGroups([link('top', 'mid')])).toBe(true);
    },
  );

  it.each(databases.eachSupportedId())(
    'keeps the hierarchy of the groups, %p',
    async id => {
      const knex = await databases.init(id);
      const index = await createIndex(knex);
      const kept = () =>
        knex('service_index_group').orderBy('child_ref').pluck('child_ref');
      const many = Array.from({ length: 450 }, (_, i) => link('top', `g${i}`));

      expect(await index.replaceGroups(many)).toBe(true);
      expect(await index.replaceGroups([...many].reverse())).toBe(false);
      expect(await kept()).toHaveLength(450);
      const other = [...many.slice(449), link('top', 'new')];
      expect(await index.replaceGroups(other)).toBe(true);
      expect(await kept()).toEqual(['group:default/g449', 'group:default/new']);
      expect(await index.replaceGroups([])).toBe(true);
      expect(await kept()).toEqual([]);
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
    for (const name of ['20261122000000_groups', '20261121000000_init']) {
      await jest.requireActual(`../../migrations/${name}.js`).down(knex);
    }
    expect(await knex.schema.hasTable('service_index_group')).toBe(false);
    expect(await knex.schema.hasTable('service_index')).toBe(false);
    expect(await knex.schema.hasTable('service_index_owner')).toBe(false);
  });
});
