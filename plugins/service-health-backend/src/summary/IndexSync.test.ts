import { costSummary, refOf } from '../__testUtils__/summaries';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  createHealthWorld,
  serviceOf,
} from '../service/__testUtils__/healthWorld';

const databases = createTestDatabases();

describe('IndexSync', () => {
  it.each(databases.ids)(
    'has a row for each service, and for what a lens speaks of, %p',
    async id => {
      const { cost, pull, names, services, sync } = await createHealthWorld({
        databases,
        id,
        services: [
          serviceOf({ name: 'shop', type: 'Website' }),
          serviceOf({ name: 'cart' }),
          serviceOf({ name: 'lib', type: 'library' }),
          serviceOf({ name: 'paid-lib', type: 'library' }),
          serviceOf({ name: 'api', kind: 'api' }),
        ],
      });
      cost.set(costSummary({ name: 'paid-lib' }));
      cost.set(costSummary({ name: 'unknown' }));
      await pull();
      expect(await names({ sort: 'name' })).toEqual([
        'cart',
        'paid-lib',
        'shop',
      ]);
      expect(await sync.sync()).toBe(0);

      // of what a lens spoke before the catalog knew it
      await services.replaceAll([
        serviceOf({ name: 'unknown', type: 'library' }),
        serviceOf({ name: 'cart', title: 'Basket', owners: [] }),
      ]);
      expect(await sync.sync()).toBe(4);
      expect(await names({ sort: 'name' })).toEqual(['cart', 'unknown']);
      expect(await names({ q: 'basket' })).toEqual(['cart']);
    },
  );

  it.each(databases.ids)('lets a removed service go, %p', async id => {
    const world = await createHealthWorld({
      databases,
      id,
      services: [serviceOf({ name: 'a' }), serviceOf({ name: 'b' })],
    });
    const { cost, pull, names, services, sync, health, caller, client } = world;
    cost.set(costSummary({ name: 'a', saving: '5.00' }));
    await pull();
    await services.replaceAll([serviceOf({ name: 'b' })]);
    await sync.sync();
    expect(await names()).toEqual(['b']);
    await expect(health.getOverview(refOf('a'), caller)).rejects.toThrow(
      `There is no service '${refOf('a')}', or you may not see it`,
    );
    expect((await health.getStrip(caller)).cost).toEqual([]);
    expect(await client('service_money').select()).toEqual([]);
  });
});
