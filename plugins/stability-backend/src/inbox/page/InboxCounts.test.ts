import type { Knex } from 'knex';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { InboxCounts } from './InboxCounts';

/** A database that takes its time to count; how often it was asked. */
function slowDatabase(clock: { now: number }) {
  const world = { asked: 0, tookMs: 1_000, total: 1_000_000 };
  const query = {
    select: () => query,
    count: () => query,
    groupBy: () => query,
    where: () => query,
    then: (resolve: (rows: unknown[]) => void) => {
      world.asked++;
      clock.now += world.tookMs;
      resolve([{ state: 'done', total: String(world.total) }]);
    },
  };
  return { world, client: (() => query) as unknown as Knex };
}

describe('InboxCounts', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'counts by state, of all or of one source, always anew where there are few, %s',
    async id => {
      const { client } = await databases.create(id);
      const counts = InboxCounts.create({ client });
      const deliver = (key: string, source: string, state: string) =>
        client('stability_inbox').insert({
          id: key,
          source,
          delivery_key: key,
          body: Buffer.from('{}'),
          headers: '{}',
          received_at: 1,
          state,
          next_attempt_at: 1,
        });
      await deliver('a', 'github', 'done');
      await deliver('b', 'gitlab', 'dead');
      const none = { waiting: 0, done: 0, unmatched: 0, dead: 0, ignored: 0 };
      expect(await counts.read()).toEqual({ ...none, done: 1, dead: 1 });
      await deliver('c', 'github', 'done');
      expect(await counts.read()).toEqual({ ...none, done: 2, dead: 1 });
      expect(await counts.read('github')).toEqual({ ...none, done: 2 });
    },
  );

  it('keeps a count of many for twenty times as long as it took, a minute at most', async () => {
    const clock = { now: 0 };
    const { client, world } = slowDatabase(clock);
    const counts = InboxCounts.create({ client, now: () => clock.now });
    await Promise.all([counts.read(), counts.read()]);
    clock.now += 19_999;
    expect((await counts.read()).done).toBe(1_000_000);
    expect(world.asked).toBe(1);
    await counts.read('github');
    expect(world.asked).toBe(2);
    clock.now += 1;
    await counts.read();
    expect(world.asked).toBe(3);

    world.tookMs = 10_000;
    clock.now += 20_000;
    await counts.read();
    clock.now += 59_999;
    await counts.read();
    expect(world.asked).toBe(4);
    clock.now += 1;
    await counts.read();
    expect(world.asked).toBe(5);
  });

  it('tries again after a fault', async () => {
    const client = (() => {
      throw new Error('away');
    }) as unknown as Knex;
    const counts = InboxCounts.create({ client });
    await expect(counts.read()).rejects.toThrow('away');
    await expect(counts.read()).rejects.toThrow('away');
  });
});
