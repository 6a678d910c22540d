import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { draftDelivery } from './__testUtils__/drafts';
import { DatabaseInbox } from './DatabaseInbox';
import { deliveryId, firstIdAt } from './deliveryId';

/** Sends again until it was taken, as senders do. */
async function untilTaken(send: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 10_000; tries++) {
    const isTaken = await send().then(
      () => true,
      () => false,
    );
    if (isTaken) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error('It was never taken');
}

describe('DatabaseInbox', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'knows a delivery again: by its key, and by its body where that counts, %s',
    async id => {
      const database = await databases.create(id);
      const onAccepted = jest.fn();
      const inbox = DatabaseInbox.create({ database, onAccepted });
      const one = draftDelivery('one');

      const first = await inbox.accept({ ...one, dedupeBody: true });
      const again = await inbox.accept(one);
      const renamed = await inbox.accept({
        ...one,
        deliveryKey: 'other',
        dedupeBody: true,
      });
      const elsewhere = await inbox.accept({ ...one, source: 'another' });

      expect(first.isNew).toBe(true);
      expect([again, renamed]).toEqual([
        { id: first.id, isNew: false },
        { id: first.id, isNew: false },
      ]);
      expect(elsewhere.isNew).toBe(true);
      // where the key is signed, the same body may mean two things
      await expect(
        inbox.accept({ ...one, deliveryKey: 'third' }),
      ).resolves.toMatchObject({ isNew: true });
      expect(onAccepted).toHaveBeenCalledTimes(3);
    },
  );

  it.each(databases.ids)(
    'commits what comes at the same time together, each once, %s',
    async id => {
      const database = await databases.create(id);
      const inbox = DatabaseInbox.create({ database });

      const receipts = await Promise.all(
        Array.from({ length: 500 }, (_, index) =>
          inbox.accept(draftDelivery(`d-${index % 250}`)),
        ),
      );

      expect(receipts.filter(({ isNew }) => isNew)).toHaveLength(250);
      expect(new Set(receipts.map(one => one.id)).size).toBe(250);
      await expect(database.client('stability_inbox')).resolves.toHaveLength(
        250,
      );
    },
  );

  it.each(databases.ids)(
    'takes bodies and keys that no text column takes, %s',
    async id => {
      const database = await databases.create(id);
      const inbox = DatabaseInbox.create({ database });
      const body = Buffer.from([0, 255, 0xd8, 0, 0x27]);

      await inbox.accept({
        ...draftDelivery('x'),
        deliveryKey: 'k\u0000',
        body,
      });
      await inbox.accept({
        ...draftDelivery('x'),
        deliveryKey: 'k'.repeat(300),
      });

      const rows = await database.client('stability_inbox').orderBy('id');
      expect(Buffer.from(rows[0].body).equals(body)).toBe(true);
      expect(rows.map(row => row.delivery_key)).toEqual([
        expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      ]);
      const keys = ['k'.repeat(255), 'k'.repeat(256), 'schlüssel', 'a key~'];
      for (const deliveryKey of keys) {
        await inbox.accept({ ...draftDelivery('x'), deliveryKey });
      }
      const kept = await database
        .client('stability_inbox')
        .whereIn('delivery_key', keys)
        .pluck('delivery_key');
      expect(kept.sort()).toEqual(['a key~', 'k'.repeat(255)]);
    },
  );

  it.each(databases.ids)('keeps when it came and what came, %s', async id => {
    const database = await databases.create(id);
    const inbox = DatabaseInbox.create({ database, now: () => 5_000 });
    const one = { ...draftDelivery('one'), headers: { 'x-event': 'a' } };
    await inbox.accept(one);
    await inbox.accept({ ...draftDelivery('two'), receivedAt: 4_000 });

    const rows = await database
      .client('stability_inbox')
      .orderBy('received_at');
    expect(
      rows.map(row => [
        row.delivery_key,
        row.state,
        Number(row.received_at),
        Number(row.next_attempt_at),
        row.attempts,
        row.body_hash,
      ]),
    ).toEqual([
      ['two', 'waiting', 4_000, 4_000, 0, null],
      ['one', 'waiting', 5_000, 5_000, 0, null],
    ]);
    expect(rows[1]).toMatchObject({
      source: one.source,
      headers: '{"x-event":"a"}',
    });
    expect(Buffer.from(rows[1].body).equals(one.body)).toBe(true);
  });

  it.each(databases.ids)('takes many at once, all or none, %s', async id => {
    const database = await databases.create(id);
    const inbox = DatabaseInbox.create({ database });
    const many = Array.from({ length: 450 }, (_, index) =>
      draftDelivery(`d-${index}`),
    );

    const receipts = await inbox.acceptMany([...many, many[0]]);

    expect(receipts).toHaveLength(451);
    expect(receipts[450]).toEqual({ id: receipts[0].id, isNew: false });
    await expect(inbox.acceptMany([])).resolves.toEqual([]);
    const broken = { ...draftDelivery('new'), source: undefined as never };
    await expect(
      inbox.acceptMany([draftDelivery('fresh'), broken]),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    await expect(
      database.client('stability_inbox').where({ delivery_key: 'fresh' }),
    ).resolves.toEqual([]);
  });

  it.each(databases.ids)(
    'tries again on a connection that died meanwhile, and says what is new, %s',
    async id => {
      const database = await databases.create(id);
      const { client } = database;
      let failures = 1;
      // commits, and dies before it tells
      const flaky = new Proxy(client, {
        apply: (target, self, args) => {
          const query = Reflect.apply(target, self, args);
          if (failures === 0) {
            return query;
          }
          const { insert } = query;
          query.insert = (rows: unknown) => {
            const built = insert.call(query, rows);
            const { returning } = built;
            built.returning = async (column: string) => {
              await returning.call(built, column);
              failures--;
              throw new Error('Connection terminated unexpectedly');
            };
            return built;
          };
          return query;
        },
      });
      const inbox = DatabaseInbox.create({
        database: { client: flaky, isShared: true } as never,
      });

      await expect(inbox.accept(draftDelivery('one'))).resolves.toMatchObject({
        isNew: true,
      });
      expect(failures).toBe(0);
      await expect(client('stability_inbox')).resolves.toHaveLength(1);
    },
  );

  it('does not keep a sender waiting for a database that does not answer', async () => {
    const database = await databases.create('SQLITE_3');
    const inbox = DatabaseInbox.create({ database, patienceMs: 30 });
    const holding = await database.client.transaction();

    await expect(inbox.accept(draftDelivery('one'))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'The database did not answer within 30 ms',
    });

    await holding.rollback();
    await untilTaken(() => inbox.accept(draftDelivery('one')));
  });

  it('forgets what a sender was told to send again, while nothing can be written', async () => {
    const database = await databases.create('SQLITE_3');
    const inbox = DatabaseInbox.create({ database, patienceMs: 60 });
    const holding = await database.client.transaction();
    const big = (key: string) => ({
      ...draftDelivery(key),
      body: Buffer.alloc(1024 * 1024),
    });
    const refusals = async (count: number, round: number) => {
      const settled = await Promise.allSettled(
        Array.from({ length: count }, (_, index) =>
          inbox.accept(big(`big-${round}-${index}`)),
        ),
      );
      return settled.map(result =>
        result.status === 'rejected' ? result.reason.message : 'accepted',
      );
    };

    // more than 32 MB at a time do not wait, but the next ones find room
    for (const round of [1, 2, 3]) {
      const messages = await refusals(45, round);
      expect(
        messages.filter(text => text.includes('did not answer')).length,
      ).toBeGreaterThanOrEqual(round === 1 ? 32 : 20);
      expect(
        messages.filter(text => text.includes('wait for the database')).length,
      ).toBeGreaterThan(0);
    }
    await holding.rollback();
    await untilTaken(() => inbox.accept(draftDelivery('last')));
    const keys = await database.client('stability_inbox').pluck('delivery_key');
    // at most what one commit had begun with, not what was taken back
    expect(keys.length).toBeLessThanOrEqual(9);
    expect(keys).toContain('last');
  });

  it('bounds batches that wait for the database', async () => {
    const database = await databases.create('SQLITE_3');
    const inbox = DatabaseInbox.create({ database, patienceMs: 30 });
    const holding = await database.client.transaction();
    const batch = (name: string) => [
      draftDelivery(`${name}-a`),
      draftDelivery(`${name}-b`),
    ];
    const settled = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        inbox.acceptMany(batch(`batch-${index}`)),
      ),
    );
    expect(
      settled.map(result =>
        result.status === 'rejected' ? result.reason.message : '',
      ),
    ).toEqual([
      ...Array.from({ length: 8 }, () => expect.stringContaining('30 ms')),
      ...Array.from({ length: 2 }, () => expect.stringContaining('8 batches')),
    ]);
    await holding.rollback();
    await untilTaken(() => inbox.acceptMany(batch('later')));
    const later = database
      .client('stability_inbox')
      .where('delivery_key', 'like', 'later-%');
    await expect(later).resolves.toHaveLength(2);
  });
});

describe('deliveryId', () => {
  it('is a UUID of version 7 that sorts by time', () => {
    const ids = [1, 255, 256, Date.UTC(2026, 10, 20), Date.UTC(2200, 0)].map(
      deliveryId,
    );

    expect([...ids].sort()).toEqual(ids);
    for (const at of [1, 256, Date.UTC(2026, 10, 20)]) {
      expect(firstIdAt(at) < deliveryId(at)).toBe(true);
      expect(firstIdAt(at) > deliveryId(at - 1)).toBe(true);
    }
    expect(firstIdAt(-1) < deliveryId(0)).toBe(true);
    for (const id of ids) {
      expect(id).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }
    expect(
      new Set(Array.from({ length: 1_000 }, () => deliveryId(1))).size,
    ).toBe(1_000);
  });
});
