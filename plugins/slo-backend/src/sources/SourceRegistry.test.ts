import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { MetricsSourceFactory } from '@plimsoll/plugin-slo-node';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import type { SloDatabase } from '../database/SloDatabase';
import { FakeMetricsSource } from './__fixtures__/FakeMetricsSource';
import { SourceRegistry } from './SourceRegistry';

describe('SourceRegistry', () => {
  const databases = createTestDatabases();
  const fake: MetricsSourceFactory = {
    type: 'fake',
    create: ({ config }) => {
      const source = FakeMetricsSource.create();
      source.latencyMs = config.getNumber('latencyMs');
      return source;
    },
  };

  function create(
    database: SloDatabase,
    slo: JsonObject,
    overrides: Partial<Parameters<typeof SourceRegistry.create>[0]> = {},
  ) {
    return SourceRegistry.create({
      config: mockServices.rootConfig({ data: { slo } }),
      factories: [fake],
      added: [],
      database,
      ...overrides,
    });
  }

  it.each(databases.ids)(
    'makes the sources of app-config and takes those of modules, %s',
    async id => {
      const database = await databases.create(id);
      const sources = await create(
        database,
        { sources: { prometheus: { type: 'fake', latencyMs: 7 } } },
        {
          added: [
            {
              name: 'stability',
              type: 'stability',
              source: FakeMetricsSource.create(),
            },
          ],
        },
      );

      expect(sources.names).toEqual(['prometheus', 'stability']);
      expect(sources.get('prometheus')).toMatchObject({
        type: 'fake',
        demo: true,
        source: { latencyMs: 7 },
      });
      expect(sources.get('elsewhere')).toBeUndefined();
      await expect(sources.statuses()).resolves.toEqual([
        { name: 'prometheus', type: 'fake', demo: true, up: true },
        { name: 'stability', type: 'stability', demo: true, up: true },
      ]);
    },
  );

  it.each(databases.ids)(
    'stops the start with the key and the mend when an entry cannot be used, %s',
    async id => {
      const database = await databases.create(id);

      await expect(
        create(database, { sources: { main: { type: 'promethius' } } }),
      ).rejects.toThrow(
        "slo.sources.main.type is 'promethius', which nothing installed brings; use 'fake', or add the backend module that brings 'promethius'",
      );
      await expect(
        create(database, { sources: { main: { url: 'x' } } }),
      ).rejects.toThrow('slo.sources.main.type is missing');
      await expect(
        create(database, {}, { factories: [fake, fake] }),
      ).rejects.toThrow(
        "Two backend modules bring metrics sources of type 'fake'",
      );
      await expect(
        create(
          database,
          { sources: { main: { type: 'fake', latencyMs: 1 } } },
          {
            added: [
              { name: 'main', type: 'x', source: FakeMetricsSource.create() },
            ],
          },
        ),
      ).rejects.toThrow("Two metrics sources are called 'main'");
    },
  );

  it.each(databases.ids)('works without any source, %s', async id => {
    const sources = await create(await databases.create(id), {});

    expect(sources.names).toEqual([]);
    await expect(sources.statuses()).resolves.toEqual([]);
  });

  it.each(databases.ids)(
    'shows the same health to all replicas, without addresses, %s',
    async id => {
      const database = await databases.create(id);
      const config = { sources: { main: { type: 'fake', latencyMs: 1 } } };
      const [one, other] = [
        await create(database, config),
        await create(database, config),
      ];
      await one.health.answered({ name: 'main', at: 50_000, durationMs: 12 });
      await one.health.failed({
        name: 'main',
        at: 60_000,
        error: new Error('no route to http://10.0.0.1:9090/'),
      });

      await expect(other.statuses()).resolves.toEqual([
        {
          name: 'main',
          type: 'fake',
          demo: true,
          up: false,
          lastAnswerAt: '1970-01-01T00:00:50.000Z',
          downSince: '1970-01-01T00:01:00.000Z',
          error: 'no route to <address>',
        },
      ]);
      await expect(
        other.gaps({ source: 'main', from: 0, to: 100 }),
      ).resolves.toEqual([{ from: 50, to: 100 }]);
    },
  );
});
