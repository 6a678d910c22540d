import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { ObjectiveStore } from './ObjectiveStore';
import { ObjectiveSync } from './ObjectiveSync';

const databases = createTestDatabases();

async function setUp(id: (typeof databases.ids)[number]) {
  const database = await databases.create(id);
  const logger = mockServices.logger.mock();
  const catalog = catalogServiceMock.mock();
  const sync = ObjectiveSync.create({
    store: ObjectiveStore.create({ database }),
    sources: {
      names: ['prometheus'],
      get: () => ({ source: FakeMetricsSource.create() }),
    },
    catalog,
    auth: mockServices.auth(),
    logger,
  });
  const hold = (entities: Entity[]) => {
    const full: CatalogService = catalogServiceMock({ entities });
    catalog.streamEntities.mockImplementation((request, options) =>
      full.streamEntities(request, options as never),
    );
  };
  const refs = () =>
    database
      .client('slo_objective')
      .whereNull('removed_at')
      .orderBy('ref')
      .pluck('ref');
  return { sync, hold, refs, logger, catalog };
}

const a = sloEntity({ name: 'a', service: 'cart' });
const b = sloEntity({ name: 'b', service: 'cart' });

describe('ObjectiveSync', () => {
  it.each(databases.ids)('follows the catalog, %p', async id => {
    const { sync, hold, refs } = await setUp(id);

    hold([a, b, componentEntity({ name: 'cart' })]);
    expect(await sync.sync({})).toEqual({ found: 2, changed: true });
    expect(await sync.sync({})).toEqual({ found: 2, changed: false });
    hold([b]);
    expect(await sync.sync({})).toEqual({ found: 1, changed: true });
    expect(await refs()).toEqual(['slo:default/b']);
  });

  it('changes nothing when the catalog breaks off half-way', async () => {
    const { sync, hold, refs, catalog } = await setUp('SQLITE_3');
    hold([a, b]);
    await sync.sync({});
    catalog.streamEntities.mockImplementation(async function* broken() {
      yield [a];
      throw new Error('socket hang up');
    });

    await expect(sync.sync({})).rejects.toThrow(
      /last known ones stay in use.*socket hang up/,
    );
    expect(await refs()).toEqual(['slo:default/a', 'slo:default/b']);
  });

  it('stops between pages when it is told to', async () => {
    const { sync, hold } = await setUp('SQLITE_3');
    hold([a]);
    await expect(
      sync.sync({ signal: AbortSignal.abort(new Error('shutting down')) }),
    ).rejects.toThrow('shutting down');
  });

  it('warns once of a document that is none, and again when it changes', async () => {
    const { sync, hold, logger } = await setUp('SQLITE_3');
    const broken = (spec: Record<string, unknown>) =>
      sloEntity({ name: 'x', service: 'c', spec });
    hold([broken({ budgetingMethod: 'Sometimes' }), a]);
    await sync.sync({});
    await sync.sync({});
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/default\/x .* spec\.budgetingMethod/),
    );
    hold([broken({ objectives: [] }), a]);
    await sync.sync({});
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });
});
