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
