import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { LifecycleServiceStartupHook } from '@backstage/backend-plugin-api';
import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import {
  insertObjectives,
  objectiveDefinition,
} from '../database/__testUtils__/insertObjectives';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { LedgerStore } from '../ledger/LedgerStore';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { SourceRegistry } from '../sources/SourceRegistry';
import { EvaluationEngine } from './EvaluationEngine';

describe('the loops of an engine', () => {
  const databases = createTestDatabases();

  async function setUp(id: (typeof databases.ids)[number]) {
    const database = await databases.create(id);
    const source = FakeMetricsSource.create();
    source.oldest = Date.now() / 1000 - 2 * 86_400;
    const config = mockServices.rootConfig();
    const logger = mockServices.logger.mock();
    const metrics = metricsServiceMock.mock();
    const added = { add: jest.fn(), record: jest.fn() };
    metrics.createCounter.mockReturnValue(added);
    metrics.createHistogram.mockReturnValue(added);
    const engine = EvaluationEngine.create({
      config,
      database,
      logger,
      metrics,
      ledger: LedgerStore.create({ database }),
      sources: await SourceRegistry.create({
        config,
        factories: [],
        added: [{ name: 'prometheus', type: 'fake', source }],
        database,
      }),
    });
    const lifecycle = mockServices.lifecycle.mock();
    const scheduler = mockServices.scheduler.mock();
    await engine.start({ lifecycle, scheduler });
    const [[startUp]] = lifecycle.addStartupHook.mock.calls;
    const [[shutDown]] = lifecycle.addShutdownHook.mock.calls;
    const states = async () =>
      (await database.client('slo_status').select('state')).map(
        ({ state }) => state,
      );
    return {
      database,
      source,
      logger,
      metrics,
      added,
      scheduler,
      startUp: startUp as LifecycleServiceStartupHook,
      shutDown,
      states,
    };
  }

  it.each(databases.ids)(
    'begin when the backend is up, evaluate and read history, and end with it, %s',
    async id => {
      const world = await setUp(id);
      await insertObjectives({
        database: world.database,
        definitions: [objectiveDefinition()],
      });
      expect(world.scheduler.scheduleTask).toHaveBeenCalledTimes(1);
      expect(await world.states()).toEqual([]);

      await world.startUp();
      await waitUntil(
        'a status',
        async () => (await world.states()).length === 1,
      );
      await waitUntil(
        'history',
        async () =>
          (await world.database.client('slo_backfill')).length === 0 &&
          (
            await world.database.client('slo_objective').first()
          ).backfilled_from !== null,
      );
      await world.shutDown();

      const requests = world.source.requests.length;
      await new Promise(resolve => {
        setTimeout(resolve, 200);
      });
      expect(world.source.requests.length).toBe(requests);
      const [row] = await world.database.client('slo_objective');
      expect(row.lease_owner).toBeNull();
      expect(world.logger.error).not.toHaveBeenCalled();
    },
  );

  it.each(databases.ids)(
    'go on after an error of the database, and log it, %s',
    async id => {
      const world = await setUp(id);
      await world.database.client.schema.renameTable('slo_objective', 'away');

      await world.startUp();
      await waitUntil(
        'an error',
        () => world.logger.error.mock.calls.length > 0,
      );
      await world.shutDown();

      expect(world.logger.error).toHaveBeenCalledWith(
        'The SLO evaluation failed',
        expect.objectContaining({
          message: expect.stringContaining('slo_objective'),
        }),
      );
    },
  );

  it.each(databases.ids)(
    'give back what they hold when they are stopped, %s',
    async id => {
      const world = await setUp(id);
      await insertObjectives({
        database: world.database,
        definitions: [objectiveDefinition()],
      });
      let asked = false;
      world.source.onRead = ({ signal }) =>
        new Promise((_resolve, reject) => {
          asked = true;
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
      await world.startUp();
      await waitUntil('a question', () => asked);
      const [held] = await world.database.client('slo_objective');
      expect(held.lease_owner).not.toBeNull();

      await world.shutDown();

      const [row] = await world.database.client('slo_objective');
      expect(row.lease_owner).toBeNull();
      expect(await world.states()).toEqual([]);
      const [source] = await world.database.client('slo_source');
      expect(Boolean(source.up)).toBe(true);
    },
  );

  it.each(databases.ids)('count what they do, %s', async id => {
    const world = await setUp(id);
    await insertObjectives({
      database: world.database,
      definitions: [objectiveDefinition()],
    });

    await world.startUp();
    await waitUntil(
      'a status',
      async () => (await world.states()).length === 1,
    );
    await world.shutDown();

    expect(
      world.metrics.createCounter.mock.calls.map(([name]) => name).sort(),
    ).toEqual(['objectives.evaluated', 'source.failures', 'source.queries']);
    expect(world.added.add).toHaveBeenCalledWith(1);
    expect(world.added.add).toHaveBeenCalledWith(1, {
      source: 'prometheus',
      kind: 'newest',
    });
  });
});
