import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ServiceIndex } from '../services/ServiceIndex';
import { ServiceIndexRefresher } from './ServiceIndexRefresher';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
  };
}

function group(name: string, parent: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name },
    relations: [{ type: 'childOf', targetRef: `group:default/${parent}` }],
  };
}

describe('ServiceIndexRefresher', () => {
  it.each(databases.eachSupportedId())(
    'follows what the catalog adds and takes away, %p',
    async id => {
      const knex = await databases.init(id);
      const database = mockServices.database.mock({
        getClient: async () => knex,
      });
      const index = await ServiceIndex.create({ database });
      const refresh = (...names: string[]) =>
        ServiceIndexRefresher.create({
          index,
          catalog: catalogServiceMock({ entities: names.map(component) }),
          auth: mockServices.auth(),
        }).refresh({});

      expect(await refresh('a', 'b')).toEqual({ found: 2, changed: true });
      expect(await refresh('a', 'b')).toEqual({ found: 2, changed: false });
      expect(await refresh('b')).toEqual({ found: 1, changed: true });
      expect([...(await index.getAll()).keys()]).toEqual([
        'component:default/b',
      ]);
    },
  );

  it.each(databases.eachSupportedId())(
    "follows the groups' hierarchy, %p",
    async id => {
      const knex = await databases.init(id);
      const database = mockServices.database.mock({
        getClient: async () => knex,
      });
      const index = await ServiceIndex.create({ database });
      const refresh = (parent: string) =>
        ServiceIndexRefresher.create({
          index,
          catalog: catalogServiceMock({
            entities: [component('a'), group('team', parent)],
          }),
          auth: mockServices.auth(),
        }).refresh({});

      await refresh('one');
      expect(await refresh('one')).toEqual({ found: 1, changed: false });
      expect(await refresh('two')).toEqual({ found: 1, changed: true });
      expect(await knex('service_index_group')).toEqual([
        { parent_ref: 'group:default/two', child_ref: 'group:default/team' },
      ]);
    },
  );

  it('keeps the last index when the groups cannot be read', async () => {
    const knex = await databases.init('SQLITE_3');
    const database = mockServices.database.mock({
      getClient: async () => knex,
    });
    const index = await ServiceIndex.create({ database });
    const link = { parentRef: 'group:default/b', childRef: 'group:default/c' };
    await index.replaceGroups([link]);
    const refresher = ServiceIndexRefresher.create({
      index,
      catalog: catalogServiceMock.mock({
        async *streamEntities(request) {
          if (JSON.stringify(request?.filter).includes('group')) {
            throw new Error('socket hang up');
          }
          yield [component('z')];
        },
      }),
      auth: mockServices.auth(),
    });

    await expect(refresher.refresh({})).rejects.toThrow(
      /groups of the catalog could not be read.*socket hang up/,
    );
    expect((await index.getAll()).size).toBe(0);
    expect(await knex('service_index_group')).toHaveLength(1);
  });

  it('keeps the last index when the catalog breaks off half-way', async () => {
    const knex = await databases.init('SQLITE_3');
    const database = mockServices.database.mock({
      getClient: async () => knex,
    });
    const index = await ServiceIndex.create({ database });
    await index.replaceAll([
      { entityRef: 'component:default/a', kind: 'component', owners: [] },
    ]);
    const catalog = catalogServiceMock.mock({
      async *streamEntities() {
        yield [component('z')];
        throw new Error('socket hang up');
      },
    });
    const refresher = ServiceIndexRefresher.create({
      index,
      catalog,
      auth: mockServices.auth(),
    });

    await expect(refresher.refresh({})).rejects.toThrow(
      /last known ones stay in use.*socket hang up/,
    );
    expect([...(await index.getAll()).keys()]).toEqual(['component:default/a']);
  });
});
