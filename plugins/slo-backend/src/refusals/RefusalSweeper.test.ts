import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { RefusalStore } from './RefusalStore';
import { RefusalSweeper } from './RefusalSweeper';

const databases = createTestDatabases();
const NOW = 1_000_000_000;
const MINUTE = 60_000;

/** An SLO of the catalog, with the status that its last round left. */
const entity = (name: string, items?: object[]) => ({
  apiVersion: 'openslo/v1',
  kind: 'SLO',
  metadata: { name, namespace: 'default' },
  ...(items && { status: { items } }),
});
const item = (type: string, level: string) => ({ type, level, message: '' });

describe('RefusalSweeper', () => {
  it('forgets what the catalog has without an error, and what it speaks of no more', async () => {
    const store = RefusalStore.create({
      database: await databases.create('SQLITE_3'),
    });
    const ages = {
      absent: 5 * MINUTE,
      accepted: MINUTE,
      warned: MINUTE,
      other: MINUTE,
      still: MINUTE,
      just: 1000,
      gone: 16 * MINUTE,
    };
    for (const [name, age] of Object.entries(ages)) {
      await store.record({
        entityRef: `slo:default/${name}`,
        errors: [],
        seenAt: NOW - age,
      });
    }
    const processing = 'backstage.io/catalog-processing';
    await RefusalSweeper.create({
      store,
      catalog: catalogServiceMock({
        entities: [
          entity('accepted'),
          entity('warned', [item(processing, 'warning')]),
          entity('other', [item('example.com/other', 'error')]),
          entity('still', [item(processing, 'error')]),
          entity('just'),
        ],
      }),
      auth: mockServices.auth(),
      keepMs: 15 * MINUTE,
      now: () => NOW,
    }).sweep();
    expect(await store.refs({ before: NOW, limit: 99 })).toEqual(
      ['absent', 'still', 'just'].map(name => `slo:default/${name}`),
    );
  });

  it('does not ask the catalog about nothing', async () => {
    const catalog = catalogServiceMock.mock();
    await RefusalSweeper.create({
      store: RefusalStore.create({
        database: await databases.create('SQLITE_3'),
      }),
      catalog,
      auth: mockServices.auth(),
      keepMs: MINUTE,
    }).sweep();
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
  });
});
