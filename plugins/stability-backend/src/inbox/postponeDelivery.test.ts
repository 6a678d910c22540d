import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { draftDelivery } from './__testUtils__/drafts';
import { DatabaseInbox } from './DatabaseInbox';
import { postponeDelivery } from './postponeDelivery';

const NOW = Date.UTC(2026, 10, 20, 15);

describe('postponeDelivery', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'waits twice as long each time, and gives up after ten, %s',
    async id => {
      const database = await databases.create(id);
      const { client } = database;
      const inbox = DatabaseInbox.create({ database, now: () => NOW });
      const { id: delivery } = await inbox.accept(draftDelivery('one'));
      const pauses: number[] = [];
      for (let attempt = 1; attempt <= 10; attempt++) {
        const given = await postponeDelivery({
          client,
          delivery: { id: delivery, attempts: attempt - 1 },
          now: NOW,
          error: new Error('too\nlong'),
        });
        const row = await client('stability_inbox').first();
        pauses.push((Number(row.next_attempt_at) - NOW) / 1_000);
        expect(row).toMatchObject({
          attempts: attempt,
          state: attempt < 10 ? 'waiting' : 'dead',
          error: expect.stringMatching(
            attempt < 10
              ? new RegExp(`after ${attempt} attempts: too long$`)
              : /after 10 attempts: too long\. Replay it/,
          ),
        });
        expect(given).toEqual(
          attempt < 10 ? [] : [{ source: 'poll', state: 'dead' }],
        );
      }
      expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560]);
    },
  );

  it('leaves what somebody else has read meanwhile', async () => {
    const database = await databases.create('SQLITE_3');
    const { client } = database;
    const inbox = DatabaseInbox.create({ database });
    const { id } = await inbox.accept(draftDelivery('one'));
    const postpone = (delivery: { id: string; attempts: number }) =>
      postponeDelivery({ client, delivery, now: NOW, error: new Error('x') });
    // tried by another replica since it was claimed
    await client('stability_inbox').update({ attempts: 1 });
    await expect(postpone({ id, attempts: 0 })).resolves.toEqual([]);
    expect(await client('stability_inbox')).toMatchObject([
      { state: 'waiting', attempts: 1, error: null },
    ]);
    await client('stability_inbox').update({ state: 'done' });

    await expect(postpone({ id, attempts: 1 })).resolves.toEqual([]);
    await expect(postpone({ id: 'none', attempts: 0 })).resolves.toEqual([]);
    expect(await client('stability_inbox')).toMatchObject([
      { state: 'done', attempts: 1, error: null },
    ]);
  });

  for (const id of databases.ids.filter(other => other !== 'SQLITE_3')) {
    it(`is given up once, however many try at the same time, ${id}`, async () => {
      const database = await databases.create(id);
      const { client } = database;
      const inbox = DatabaseInbox.create({ database });
      const { id: delivery } = await inbox.accept(draftDelivery('one'));
      await client('stability_inbox').update({ attempts: 9 });
      const holding = await client.transaction();
      await holding('stability_inbox').where({ id: delivery }).forUpdate();

      // both read the row, and wait for it to write
      const giving = [1, 2].map(() =>
        postponeDelivery({
          client,
          delivery: { id: delivery, attempts: 9 },
          now: NOW,
          error: new Error('x'),
        }),
      );
      await new Promise(resolve => setTimeout(resolve, 300));
      await holding.commit();

      expect((await Promise.all(giving)).flat()).toEqual([
        { source: 'poll', state: 'dead' },
      ]);
    });
  }
});
