import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ServiceIndex } from '@plimsoll/service-index';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { followCatalog } from './followCatalog';

const databases = createTestDatabases();

describe('followCatalog', () => {
  it('tells of each pass that changed services or objectives, and of no other', async () => {
    const database = await databases.create('SQLITE_3');
    const scheduler = mockServices.scheduler.mock();
    const onChange = jest.fn();
    await followCatalog({
      database,
      services: await ServiceIndex.create({
        database: { getClient: async () => database.client },
      }),
      sources: {
        names: ['prometheus'],
        get: () => ({ source: FakeMetricsSource.create() }),
      },
      catalog: catalogServiceMock({
        entities: [
          componentEntity({ name: 'cart' }),
          sloEntity({ name: 'fast', service: 'cart' }),
        ],
      }),
      auth: mockServices.auth(),
      scheduler,
      lifecycle: mockServices.lifecycle.mock(),
      logger: mockServices.logger.mock(),
      onChange,
    });
    const [services, objectives] = scheduler.scheduleTask.mock.calls.map(
      ([{ fn }]) => fn as (signal: AbortSignal) => Promise<void>,
    );
    const { signal } = new AbortController();

    await services(signal);
    expect(onChange).toHaveBeenCalledTimes(1);
    await objectives(signal);
    expect(onChange).toHaveBeenCalledTimes(2);
    await services(signal);
    await objectives(signal);
    expect(onChange).toHaveBeenCalledTimes(2);
  });
});
