import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ServiceIndex } from '@plimsoll/service-index';
import { componentEntity } from '../__testUtils__/catalogEntities';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { followCatalog } from './followCatalog';

const databases = createTestDatabases();

/** The pass that the scheduler would run. */
async function setUp() {
  const { client } = await databases.create('SQLITE_3');
  const services = await ServiceIndex.create({
    database: { getClient: async () => client },
  });
  const catalog = catalogServiceMock({
    entities: [
      componentEntity({
        name: 'cart',
        annotations: { 'github.com/project-slug': 'Shop/Cart' },
      }),
    ],
  });
  const scheduler = mockServices.scheduler.mock();
  const onChange = jest.fn(async (_: unknown) => {});
  await followCatalog({
    client,
    services,
    catalog,
    onChange,
    scheduler,
    auth: mockServices.auth(),
    lifecycle: mockServices.lifecycle.mock(),
    logger: mockServices.logger.mock(),
  });
  const [[task]] = scheduler.scheduleTask.mock.calls;
  return {
    client,
    catalog,
    onChange,
    pass: () => task.fn(new AbortController().signal),
  };
}

describe('followCatalog', () => {
  it('mirrors services and their names, and tells when they change', async () => {
    const { client, onChange, pass } = await setUp();
    await pass();
    expect(await client('stability_identity')).toEqual([
      {
        type: 'repository',
        value: 'shop/cart',
        entity_ref: 'component:default/cart',
      },
    ]);
    expect(await client('service_index').pluck('entity_ref')).toEqual([
      'component:default/cart',
    ]);
    // at its start, a replica does not know what another one told
    expect(onChange.mock.calls).toEqual([['any']]);
    await pass();
    expect(onChange).toHaveBeenCalledTimes(1);
    await client('stability_identity').update({ value: 'old/name' });
    await pass();
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(onChange).toHaveBeenLastCalledWith({
      values: new Set(['old/name', 'shop/cart']),
      services: false,
    });
    await client('service_index').delete();
    await pass();
    expect(onChange).toHaveBeenLastCalledWith({
      values: new Set(),
      services: true,
    });
  });

  it('tells again what could not be told', async () => {
    const { client, onChange, pass } = await setUp();
    await pass();
    await client('stability_identity').update({ value: 'old/name' });
    onChange.mockRejectedValueOnce(new Error('the database is away'));
    await expect(pass()).rejects.toThrow('away');
    await pass();
    expect(onChange.mock.calls.map(([changed]) => changed)).toEqual([
      'any',
      { values: new Set(['old/name', 'shop/cart']), services: false },
      'any',
    ]);
  });

  it('keeps the last names when the catalog cannot be read', async () => {
    const { client, catalog, pass } = await setUp();
    await pass();
    const read = jest.spyOn(catalog, 'streamEntities');
    read.mockImplementation(async function* fail() {
      throw new Error('down');
    });
    await expect(pass()).rejects.toThrow(/last known ones stay in use/);
    expect(await client('stability_identity')).toHaveLength(1);
  });
});
