import { recordedMetrics } from '../__testUtils__/recordedMetrics';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { draftDelivery } from './__testUtils__/drafts';
import { DatabaseInbox } from './DatabaseInbox';
import { InboxHealth } from './InboxHealth';

const NOW = Date.UTC(2026, 10, 20, 15);

describe('InboxHealth', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'tells what waits, for how long, and what needs a person, %s',
    async id => {
      const database = await databases.create(id);
      const { client } = database;
      const clock = { now: NOW };
      const { metrics, figures } = recordedMetrics();
      const health = InboxHealth.create({
        client,
        metrics,
        now: () => clock.now,
      });
      await expect(health.report()).resolves.toEqual({
        waiting: 0,
        oldestMs: 0,
        unmatched: 0,
        dead: 0,
      });

      const inbox = DatabaseInbox.create({ database, now: () => clock.now });
      for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) {
        await inbox.accept(draftDelivery(key));
        clock.now += 1_000;
      }
      const become = (state: string, keys: string[]) =>
        client('stability_inbox')
          .whereIn('delivery_key', keys)
          .update({ state });
      await become('done', ['a']);
      await become('unmatched', ['d']);
      await become('dead', ['e', 'f']);
      clock.now = NOW + 61_000;

      await expect(health.report()).resolves.toEqual({
        waiting: 2,
        oldestMs: 60_000,
        unmatched: 1,
        dead: 2,
      });
      expect(figures).toEqual({
        'inbox.waiting': 2,
        'inbox.waiting.age': 60,
        'inbox.stuck{state=unmatched}': 1,
        'inbox.stuck{state=dead}': 2,
      });
    },
  );
});
