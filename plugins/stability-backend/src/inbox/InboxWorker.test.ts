import { mockServices } from '@backstage/backend-test-utils';
import type { Observation } from '@plimsoll/plugin-stability-common';
import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { recordedMetrics } from '../__testUtils__/recordedMetrics';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import { ObservationStore } from '../observations/ObservationStore';
import type { ObservationWriter } from '../observations/ObservationWriter';
import { PolledSender } from '../senders/polled/PolledSender';
import type { Sender } from '../senders/Sender';
import { CountingWriter } from './__testUtils__/CountingWriter';
import { draftDelivery } from './__testUtils__/drafts';
import { FakeResolver } from './__testUtils__/FakeResolver';
import { DatabaseInbox } from './DatabaseInbox';
import { InboxMetrics } from './InboxMetrics';
import { InboxWorker } from './InboxWorker';
import { requeueOne, requeueUnmatched } from './requeue';

const CHECKOUT = 'component:default/checkout';

describe('InboxWorker', () => {
  const databases = createTestDatabases();

  const worldOf = (
    database: StabilityDatabase,
    options: {
      observations?: ObservationWriter;
      senderOf?: (source: string) => Sender;
      batch?: number;
    } = {},
  ) => {
    const clock = { now: Date.UTC(2026, 10, 20, 15) };
    const now = () => clock.now;
    const resolver = FakeResolver.create({ checkout: [CHECKOUT] });
    const onObserved = jest.fn();
    const { metrics, figures } = recordedMetrics();
    const logger = mockServices.logger.mock();
    const make = () =>
      InboxWorker.create({
        database,
        resolver,
        observations: ObservationStore.create({ now }),
        senderOf: source => PolledSender.create(source),
        logger,
        now,
        onObserved,
        metrics: InboxMetrics.create({ metrics }),
        ...options,
      });
    return {
      clock,
      resolver,
      onObserved,
      figures,
      logger,
      make,
      worker: make(),
      inbox: DatabaseInbox.create({ database, now }),
      rows: async () => database.client('stability_inbox').orderBy('id'),
      observations: async (): Promise<Observation[]> =>
        (await database.client('stability_observation').orderBy('id')).map(
          row => JSON.parse(row.content),
        ),
    };
  };

  it.each(databases.ids)(
    'writes effect and mark together, and marks the service dirty, %s',
    async id => {
      const database = await databases.create(id);
      const world = worldOf(database);
      await world.inbox.accept(draftDelivery('one'));

      await expect(world.worker.drain()).resolves.toBe(1);

      expect(await world.rows()).toMatchObject([
        {
          state: 'done',
          attempts: 1,
          summary: 'deployment succeeded',
          error: null,
          identity: '[[{"type":"service","value":"checkout"}]]',
          entity_refs: `["${CHECKOUT}"]`,
        },
      ]);
      expect(await world.observations()).toEqual([
        expect.objectContaining({ id: 'poll:one', entityRef: CHECKOUT }),
      ]);
      expect((await world.observations())[0]).not.toHaveProperty('identity');
      await expect(database.client('stability_dirty')).resolves.toEqual([
        expect.objectContaining({ entity_ref: CHECKOUT }),
      ]);
      expect(world.onObserved).toHaveBeenCalledTimes(1);
    },
  );

  it.each(databases.ids)(
    'asks for the services of a batch once, %s',
    async id => {
      const world = worldOf(await databases.create(id), { batch: 10 });
      await world.inbox.acceptMany(
        Array.from({ length: 25 }, (_, index) => draftDelivery(`d-${index}`)),
      );

      await expect(world.worker.drain()).resolves.toBe(25);

      expect(world.resolver.asked.map(({ length }) => length)).toEqual([
        10, 10, 5,
      ]);
    },
  );

  it.each(databases.ids)(
    'keeps what matches no service, and reads it again when it might, %s',
    async id => {
      const database = await databases.create(id);
      const world = worldOf(database);
      await world.inbox.accept(draftDelivery('one', { service: 'search' }));
      await world.worker.drain();

      expect(await world.rows()).toMatchObject([
        {
          state: 'unmatched',
          error: 'Nobody is called that.',
          identity: '[[{"type":"service","value":"search"}]]',
          entity_refs: '[]',
        },
      ]);
      await expect(world.observations()).resolves.toEqual([]);
      expect(world.onObserved).not.toHaveBeenCalled();

      world.resolver.learn('search', ['component:default/search']);
      const { now } = world.clock;
      await expect(
        requeueUnmatched({ client: database.client, now }),
      ).resolves.toBe(1);
      await world.worker.drain();

      expect(await world.rows()).toMatchObject([
        { state: 'done', error: null },
      ]);
      await expect(world.observations()).resolves.toHaveLength(1);
    },
  );

  for (const id of databases.ids.filter(other => other !== 'SQLITE_3')) {
    it(`gives a second chance to what is read by old names meanwhile, ${id}`, async () => {
      const database = await databases.create(id);
      const { client } = database;
      const world = worldOf(database);
      let isResolving = false;
      let goOn: () => void = () => undefined;
      const resolved = new Promise<void>(resolve => {
        goOn = resolve;
      });
      const { resolver } = world;
      const resolveMany = resolver.resolveMany.bind(resolver);
      jest
        .spyOn(resolver, 'resolveMany')
        .mockImplementationOnce(async options => {
          const answers = await resolveMany(options);
          isResolving = true;
          await resolved;
          return answers;
        });
      await world.inbox.accept(draftDelivery('one', { service: 'search' }));
      const reading = world.worker.drain();
      await waitUntil('names to be asked for', () => isResolving);

      resolver.learn('search', ['component:default/search']);
      const requeued = requeueUnmatched({ client, now: world.clock.now });
      await new Promise(resolve => setTimeout(resolve, 100));
      goOn();

      await expect(requeued).resolves.toBe(1);
      await reading;
      await world.worker.drain();
      expect(await world.rows()).toMatchObject([{ state: 'done' }]);
    });
  }

  it.each(databases.ids)(
    'reads again only what a change may concern, however much there is, %s',
    async id => {
      const { client } = await databases.create(id);
      const waitingOf = (index: number) => ({
        id: `${String(index).padStart(6, '0')}`,
        source: 'github',
        delivery_key: `${index}`,
        body: Buffer.from('{}'),
        headers: '{}',
        received_at: 1,
        state: index % 3 === 0 ? 'dead' : 'unmatched',
        attempts: 1,
        next_attempt_at: 1,
        identity: JSON.stringify([
          [{ type: 'repository', value: index % 2 ? 'shop/odd' : 'shop/even' }],
        ]),
      });
      await client.batchInsert(
        'stability_inbox',
        Array.from({ length: 1_200 }, (_, index) => waitingOf(index)),
        50,
      );
      const requeued = await requeueUnmatched({
        client,
        isMeant: ({ identities }) => identities[0][0].value === 'shop/odd',
        now: 5,
      });
      expect(requeued).toBe(400);
      const rows = await client('stability_inbox').where({ state: 'waiting' });
      expect(rows).toHaveLength(400);
      expect(rows.every(row => Number(row.delivery_key) % 2 === 1)).toBe(true);
      expect(rows[0]).toMatchObject({ attempts: 0 });
      expect(await requeueUnmatched({ client, now: 5 })).toBe(400);
    },
  );

  it.each(databases.ids)(
    'takes back from a service what turns out to be about another, %s',
    async id => {
      const database = await databases.create(id);
      const world = worldOf(database);
      const SEARCH = 'component:default/search';
      world.resolver.learn('shared', [CHECKOUT]);
      await world.inbox.accept(draftDelivery('one', { service: 'shared' }));
      await world.inbox.accept(draftDelivery('two'));
      await world.worker.drain();
      const replay = async () => {
        await database.client('stability_dirty').delete();
        for (const { id: delivery } of await world.rows()) {
          await requeueOne({
            client: database.client,
            id: delivery,
            now: world.clock.now,
          });
        }
        await world.worker.drain();
        const refs = (await world.observations()).map(
          one => `${one.id} ${one.entityRef}`,
        );
        const dirty = await database
          .client('stability_dirty')
          .pluck('entity_ref');
        return [refs, dirty.sort()];
      };
      expect(await replay()).toEqual([
        [`poll:one ${CHECKOUT}`, `poll:two ${CHECKOUT}`],
        [],
      ]);

      world.resolver.learn('shared', [SEARCH]);
      expect(await replay()).toEqual([
        [`poll:one ${SEARCH}`, `poll:two ${CHECKOUT}`],
        [CHECKOUT, SEARCH],
      ]);
      // where nobody is found now, what was found stays
      world.resolver.learn('shared', []);
      expect((await replay())[0]).toEqual([
        `poll:one ${SEARCH}`,
        `poll:two ${CHECKOUT}`,
      ]);
    },
  );

  it.each(databases.ids)(
    'takes an incident that its sender moves back as a whole, %s',
    async id => {
      const database = await databases.create(id);
      const { client } = database;
      const world = worldOf(database);
      const SEARCH = 'component:default/search';
      world.resolver.learn('shared', [CHECKOUT]);
      for (const phase of ['triggered', 'resolved']) {
        const delivery = draftDelivery(phase, { service: 'shared' });
        const step = {
          ...JSON.parse(delivery.body.toString()),
          kind: 'incident',
          incidentKey: 'poll:i',
          movable: true,
          phase,
        };
        await world.inbox.accept({
          ...delivery,
          body: Buffer.from(JSON.stringify(step)),
        });
      }
      await world.worker.drain();
      world.resolver.learn('shared', [SEARCH]);
      for (const { id: delivery } of await world.rows()) {
        await requeueOne({ client, id: delivery, now: world.clock.now });
        await world.worker.drain();
      }

      expect((await world.observations()).map(one => one.entityRef)).toEqual([
        SEARCH,
        SEARCH,
      ]);
      await expect(
        client('stability_incident_service')
          .whereNot('entity_ref', '')
          .pluck('entity_ref'),
      ).resolves.toEqual([SEARCH]);
    },
  );

  it.each(databases.ids)(
    'tells an incident which services it touches, %s',
    async id => {
      const world = worldOf(await databases.create(id));
      world.resolver.learn('shared', [CHECKOUT, 'component:default/search']);
      const delivery = draftDelivery('one', { service: 'shared' });
      const incident = {
        ...JSON.parse(delivery.body.toString()),
        kind: 'incident',
        incidentKey: 'poll:i',
        phase: 'triggered',
      };
      await world.inbox.accept({
        ...delivery,
        body: Buffer.from(JSON.stringify(incident)),
      });
      await world.worker.drain();

      const affects = [CHECKOUT, 'component:default/search'];
      expect(await world.observations()).toEqual([
        expect.objectContaining({ entityRef: expect.any(String), affects }),
        expect.objectContaining({ entityRef: expect.any(String), affects }),
      ]);
    },
  );

  it.each(databases.ids)(
    'makes a dead letter of what cannot be read, even when the reader fails, %s',
    async id => {
      const reader = PolledSender.create('poll');
      const world = worldOf(await databases.create(id), {
        senderOf: source =>
          source === 'broken'
            ? {
                source,
                keptHeaders: [],
                keyOf: one => reader.keyOf(one),
                parse: () => {
                  throw new TypeError('undefined is not a function');
                },
              }
            : reader,
      });
      await world.inbox.acceptMany([
        { ...draftDelivery('bad'), body: Buffer.from('{"kind":"wish"}') },
        { ...draftDelivery('broken'), source: 'broken' },
        draftDelivery('good'),
      ]);

      await world.worker.drain();

      const byKey = Object.fromEntries(
        (await world.rows()).map(row => [row.delivery_key, row]),
      );
      expect(byKey.bad).toMatchObject({
        state: 'dead',
        error: expect.stringContaining('kind: '),
      });
      expect(byKey.broken).toMatchObject({
        state: 'dead',
        error: expect.stringContaining(
          "The reader of 'broken' failed (TypeError)",
        ),
      });
      expect(byKey.good).toMatchObject({ state: 'done' });
    },
  );

  it.each(databases.ids)(
    'puts off what the database refuses, and gives it up in the end, without holding up the rest, %s',
    async id => {
      const store = ObservationStore.create();
      const world = worldOf(await databases.create(id), {
        observations: {
          write: async options => {
            if (options.observations.some(one => one.id === 'poll:poison')) {
              throw new Error('insert into x values (secret) - value too long');
            }
            await store.write(options);
          },
        },
      });
      await world.inbox.acceptMany(
        ['a', 'poison', 'b'].map(key => draftDelivery(key)),
      );

      await world.worker.drain();

      const poison = async () =>
        (await world.rows()).find(row => row.delivery_key === 'poison');
      expect(await world.observations()).toHaveLength(2);
      expect(await poison()).toMatchObject({ state: 'waiting', attempts: 1 });
      expect(Number((await poison()).next_attempt_at)).toBe(
        world.clock.now + 5_000,
      );
      await expect(world.worker.drain()).resolves.toBe(0);
      expect(world.figures).toEqual({ 'inbox.applied{source=poll}': 2 });

      for (let attempt = 2; attempt <= 10; attempt++) {
        world.clock.now += 3_600_000;
        await world.worker.drain();
      }
      expect(await poison()).toMatchObject({
        state: 'dead',
        attempts: 10,
        error:
          'It could not be written after 10 attempts: value too long. Replay ' +
          'it when the cause is mended',
      });
      expect(world.figures).toEqual({
        'inbox.applied{source=poll}': 2,
        'inbox.dead{source=poll}': 1,
      });
    },
  );

  it.each(databases.ids)(
    'throws while the database is away, and goes on when it is back, %s',
    async id => {
      const database = await databases.create(id);
      const world = worldOf(database);
      await world.inbox.accept(draftDelivery('one'));
      await database.client.schema.renameTable('stability_inbox', 'away');

      await expect(world.worker.drain()).rejects.toThrow('stability_inbox');

      await database.client.schema.renameTable('away', 'stability_inbox');
      await expect(world.worker.drain()).resolves.toBe(1);
      expect(await world.rows()).toMatchObject([
        { state: 'done', attempts: 1 },
      ]);
    },
  );

  for (const id of databases.ids.filter(other => other !== 'SQLITE_3')) {
    it(`shares the work with other replicas, each delivery once, ${id}`, async () => {
      const database = await databases.create(id);
      await CountingWriter.prepare(database.client);
      const world = worldOf(database, {
        observations: CountingWriter.create(),
        batch: 7,
      });
      await world.inbox.acceptMany(
        Array.from({ length: 300 }, (_, index) => draftDelivery(`d-${index}`)),
      );

      const read = await Promise.all(
        [world.make(), world.make(), world.make()].map(worker =>
          worker.drain(),
        ),
      );

      expect(read.reduce((sum, count) => sum + count, 0)).toBe(300);
      const counts = await CountingWriter.counts(database.client);
      expect(counts.size).toBe(300);
      expect(new Set(counts.values())).toEqual(new Set([1]));
    });
  }

  it('works when it is woken, and stops', async () => {
    const world = worldOf(await databases.create('SQLITE_3'));
    const { worker, inbox } = world;
    worker.start();
    await inbox.accept(draftDelivery('one'));
    worker.wake();
    await waitUntil(
      'an observation',
      async () => (await world.observations()).length > 0,
    );
    await worker.stop();
    await inbox.accept(draftDelivery('two'));
    worker.wake();
    await new Promise(resolve => setTimeout(resolve, 50));

    expect(await world.observations()).toHaveLength(1);
  });
});
