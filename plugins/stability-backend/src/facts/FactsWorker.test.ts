import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Observation } from '@plimsoll/plugin-stability-common';
import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { deployed, incident, NOON, refOf } from '../__testUtils__/observed';
import { recordedMetrics } from '../__testUtils__/recordedMetrics';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { createServiceWorld } from '../service/__testUtils__/serviceWorld';
import { ObservationStore } from '../observations/ObservationStore';
import { DirtyServices } from './DirtyServices';
import { FactsHealth } from './FactsHealth';
import { FactsWorker } from './FactsWorker';

const databases = createTestDatabases();
const HOUR = 3_600_000;
const CART = refOf('cart');

const storyOf = (service: string): Observation[] => [
  deployed({ service, version: 'v1', at: NOON - 90 * HOUR }),
  deployed({ service, version: 'v2', at: NOON - 60 * HOUR }),
  deployed({ service, version: 'v1', at: NOON - 59 * HOUR, rollback: true }),
];

type World = Awaited<ReturnType<typeof createServiceWorld>>;

/** Everything that is stored of facts, when it was written left out. */
async function factsIn({ database }: World) {
  const read = (table: string) =>
    database.client(table).select('id', 'content').orderBy('id');
  const metrics = await database
    .client('stability_metric')
    .select('entity_ref', 'window_days', 'content')
    .orderBy(['entity_ref', 'window_days']);
  return [
    await read('stability_deployment'),
    await read('stability_incident'),
    metrics,
  ];
}

function anotherWorker(world: World, logger = mockServices.logger.mock()) {
  return FactsWorker.create({
    ...world.context,
    database: world.database,
    logger,
    metrics: metricsServiceMock.mock(),
  });
}

describe('FactsWorker', () => {
  it.each(databases.ids)(
    'makes the same facts again, event by event, at once, and in a rebuild, %p',
    async id => {
      const observations = ['cart', 'pay'].flatMap(storyOf);
      const once = await createServiceWorld({ databases, id });
      await once.observe(observations);
      const facts = await factsIn(once);
      expect(facts[0]).toHaveLength(6);

      const slowly = await createServiceWorld({ databases, id });
      for (const observation of [...observations].reverse()) {
        await slowly.observe([observation]);
      }
      expect(await factsIn(slowly)).toEqual(facts);

      const { client } = once.database;
      await client('stability_deployment').delete();
      await client('stability_metric').delete();
      const dirty = DirtyServices.create(once);
      expect(await dirty.markAll({ now: NOON })).toBe(2);
      expect(await once.worker.drain()).toBe(2);
      expect(await factsIn(once)).toEqual(facts);
      expect(await once.worker.drain()).toBe(0);
    },
  );

  it.each(databases.ids)(
    'takes away what an observation no longer says, %p',
    async id => {
      const world = await createServiceWorld({ databases, id });
      const { client } = world.database;
      await world.observe(storyOf('cart'));
      await client('stability_observation').delete();
      await DirtyServices.create(world).markAll({ now: NOON });
      await world.worker.drain();
      expect(await client('stability_deployment')).toEqual([]);
      const { counts } = await world.stability.getMetrics(
        { entityRef: CART },
        world.caller,
      );
      expect(counts.deployments).toBe(0);
    },
  );

  it.each(databases.ids)('lets two replicas share the work, %p', async id => {
    const world = await createServiceWorld({ databases, id });
    const { client } = world.database;
    const names = Array.from({ length: 60 }, (_, index) => `service-${index}`);
    const store = ObservationStore.create({ now: () => NOON });
    await client.transaction(trx =>
      store.write({ observations: names.flatMap(storyOf), trx }),
    );
    const folded = await Promise.all(
      [world.worker, anotherWorker(world)].map(worker => worker.drain()),
    );
    expect(folded[0] + folded[1]).toBe(60);
    expect(await client('stability_deployment')).toHaveLength(180);
    expect(await client('stability_dirty')).toEqual([]);
  });

  it('does not lose what is observed while it folds', async () => {
    const postgres = databases.ids.find(id => id.startsWith('POSTGRES'));
    if (!postgres) {
      return;
    }
    const world = await createServiceWorld({ databases, id: postgres });
    const { client } = world.database;
    const store = ObservationStore.create({ now: () => NOON });
    const write = (round: number) =>
      client.transaction(trx =>
        store.write({
          observations: [
            deployed({
              service: 'cart',
              version: `v${round}`,
              at: NOON - (100 - round) * 3 * HOUR,
            }),
          ],
          trx,
        }),
      );
    const writing = (async () => {
      for (let round = 0; round < 40; round += 1) {
        await write(round);
      }
    })();
    const folding = (async () => {
      const other = anotherWorker(world);
      for (let round = 0; round < 25; round += 1) {
        await Promise.all([world.worker.drain(), other.drain()]);
      }
    })();
    await Promise.all([writing, folding]);
    await world.worker.drain();
    expect(await client('stability_deployment')).toHaveLength(40);
  });

  it('keeps the last facts of a service that cannot be folded, and goes on', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    const { client } = world.database;
    await world.observe(storyOf('cart'));
    await client('stability_observation')
      .where('entity_ref', CART)
      .limit(1)
      .update({ content: 'null' });
    const store = ObservationStore.create({ now: () => NOON });
    await client.transaction(trx =>
      store.write({
        observations: [
          deployed({ service: 'cart', version: 'v9', at: NOON - HOUR }),
          deployed({ service: 'pay', version: 'v9', at: NOON - HOUR }),
        ],
        trx,
      }),
    );
    const logger = mockServices.logger.mock();
    const worker = anotherWorker(world, logger);
    await worker.drain();
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining(`The facts of ${CART} could not be made`),
      expect.any(Error),
    );
    expect(
      await client('stability_deployment').where('entity_ref', CART),
    ).toHaveLength(3);
    expect(
      await client('stability_deployment').where('entity_ref', refOf('pay')),
    ).toHaveLength(1);
    const marks = await client('stability_dirty');
    expect(marks).toEqual([
      expect.objectContaining({ entity_ref: CART, due_at: NOON + 5 * 60_000 }),
    ]);
    expect(await worker.drain()).toBe(0);
    world.clock.now += 6 * 60_000;
    await worker.drain();
    expect(logger.error).toHaveBeenCalledTimes(2);
  });

  it('judges when a verdict falls due, and moves the windows on', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    await world.observe([
      deployed({ service: 'cart', version: 'v1', at: NOON - HOUR }),
    ]);
    const verdict = async () => {
      const { items } = await world.stability.listDeployments({}, world.caller);
      return items[0].verdict.name;
    };
    expect(await verdict()).toBe('pending');
    world.clock.now = NOON + 23.5 * HOUR;
    await world.worker.drain();
    expect(await verdict()).toBe('clean');

    world.clock.now += 7 * HOUR;
    expect(await world.worker.drain()).toBe(1);
    const { to } = await world.stability.getMetrics(
      { entityRef: CART, window: 30 },
      world.caller,
    );
    expect(to).toBe(new Date(world.clock.now).toISOString());
    // nothing is left in any window: nothing moves any more
    world.clock.now += 200 * 24 * HOUR;
    expect(await world.worker.drain()).toBe(1);
    world.clock.now += 24 * HOUR;
    expect(await world.worker.drain()).toBe(0);
  });

  it.each(databases.ids)(
    'writes no figures again when only their window has moved on, %p',
    async id => {
      const world = await createServiceWorld({ databases, id });
      await world.observe(storyOf('cart'));
      const written = async () =>
        world.database
          .client('stability_metric')
          .select('window_days', 'changed_at')
          .orderBy('window_days');
      const before = await written();
      // the verdicts are out, and no week has begun
      world.clock.now += 7 * HOUR;
      expect(await world.worker.drain()).toBe(1);
      expect(await written()).toEqual(before);
      const now = new Date(world.clock.now).toISOString();
      for (const window of [30, 90, 180] as const) {
        const kept = await world.stability.getMetrics(
          { entityRef: CART, window },
          world.caller,
        );
        const counted = await world.stability.getMetrics(
          { entityRef: CART, from: kept.from, to: now },
          world.caller,
        );
        expect(kept).toEqual(counted);
      }
      const { items } = await world.stability.listServices({}, world.caller);
      const failures = items[0].metrics.find(
        ({ metric }) => metric === 'change-failure-rate',
      );
      expect(failures?.trend.at(-1)?.to).toBe(
        new Date(world.clock.now).toISOString(),
      );
    },
  );

  it('looks through a long backlog once a second, however often it is woken', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    const { client } = world.database;
    await client.batchInsert(
      'stability_inbox',
      Array.from({ length: 600 }, (_, index) => ({
        id: `${index}`,
        source: 'github',
        delivery_key: `${index}`,
        body: Buffer.from('{}'),
        headers: '{}',
        received_at: NOON,
        state: 'waiting',
        next_attempt_at: NOON,
      })),
      50,
    );
    await world.observe(storyOf('cart'));
    let looks = 0;
    client.on('query', ({ sql }: { sql: string }) => {
      looks += sql.includes('stability_inbox') ? 1 : 0;
    });
    for (let woken = 0; woken < 10; woken++) {
      world.clock.now += 100;
      await world.worker.drain();
    }
    // two a look: are there some, are there many
    expect(looks).toBe(2);
    world.clock.now += 10_000;
    await world.worker.drain();
    expect(await client('stability_deployment')).toHaveLength(3);
  });

  it('gathers events while the inbox is full', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    const { client } = world.database;
    for (let start = 0; start < 600; start += 50) {
      await client('stability_inbox').insert(
        Array.from({ length: 50 }, (_, index) => ({
          id: `${start + index}`,
          source: 'github',
          delivery_key: `${start + index}`,
          body: Buffer.from('{}'),
          headers: '{}',
          received_at: NOON,
          state: 'waiting',
          next_attempt_at: NOON,
        })),
      );
    }
    await world.observe(storyOf('cart'));
    expect(await client('stability_deployment')).toHaveLength(0);
    world.clock.now += 11_000;
    await world.worker.drain();
    expect(await client('stability_deployment')).toHaveLength(3);
  });

  it('tells when it falls behind', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    const { client } = world.database;
    const logger = mockServices.logger.mock();
    const { metrics, figures } = recordedMetrics();
    const health = FactsHealth.create({
      client,
      logger,
      metrics,
      now: () => world.clock.now,
    });
    expect(await health.report()).toEqual({
      services: 0,
      oldestMs: 0,
      deliveries: 0,
    });
    await client('stability_dirty').insert({
      entity_ref: CART,
      since: NOON,
      due_at: NOON,
    });
    await health.report();
    expect(logger.warn).not.toHaveBeenCalled();
    world.clock.now += 10 * 60_000;
    expect(await health.report()).toMatchObject({
      services: 1,
      oldestMs: 600_000,
    });
    expect(logger.warn).toHaveBeenCalledWith(
      'Stability facts are 600 s behind',
      expect.objectContaining({ services: 1 }),
    );
    expect(figures).toEqual({ 'services.waiting': 1, 'facts.lag': 600 });
  });

  it('works until it is stopped, and sooner when it is woken', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    const { client } = world.database;
    const worker = anotherWorker(world);
    worker.start();
    const store = ObservationStore.create({ now: () => NOON });
    await client.transaction(trx =>
      store.write({
        observations: [
          incident({
            service: 'cart',
            key: 'INC-7',
            phase: 'triggered',
            at: NOON - HOUR,
            startedAt: NOON - HOUR,
          }),
        ],
        trx,
      }),
    );
    worker.wake();
    await waitUntil(
      'the incident',
      async () => (await client('stability_incident')).length > 0,
    );
    expect(await client('stability_incident')).toHaveLength(1);
    await worker.stop();
    await client('stability_dirty').insert({
      entity_ref: CART,
      since: NOON,
      due_at: NOON,
    });
    worker.wake();
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(await client('stability_dirty')).toHaveLength(1);
  });
});
