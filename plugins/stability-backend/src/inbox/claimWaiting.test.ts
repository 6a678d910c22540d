import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { draftDelivery } from './__testUtils__/drafts';
import { claimWaiting } from './claimWaiting';
import { DatabaseInbox } from './DatabaseInbox';

const NOW = Date.UTC(2026, 10, 20, 15);

describe('claimWaiting', () => {
  const databases = createTestDatabases();

  const filled = async (id: (typeof databases.ids)[number]) => {
    const database = await databases.create(id);
    const inbox = DatabaseInbox.create({ database });
    for (const [key, receivedAt] of [
      ['due', NOW],
      ['late', NOW + 1],
      ['old', NOW - 60_000],
      ['read', NOW - 90_000],
      ['older', NOW - 70_000],
    ] as const) {
      await inbox.accept({ ...draftDelivery(key), receivedAt });
    }
    await database
      .client('stability_inbox')
      .where('delivery_key', 'read')
      .update({ state: 'done' });
    return database;
  };

  it.each(databases.ids)(
    'takes what is due, oldest first, no more than it may, %s',
    async id => {
      const { client: trx, dialect } = await filled(id);
      const keys = async (limit: number) =>
        (await claimWaiting({ trx, dialect, now: NOW, limit })).map(
          row => row.delivery_key,
        );

      expect(await keys(10)).toEqual(['older', 'old', 'due']);
      expect(await keys(2)).toEqual(['older', 'old']);
    },
  );

  for (const id of databases.ids.filter(other => other !== 'SQLITE_3')) {
    it(`passes over what another replica holds, until that one ends, ${id}`, async () => {
      const { client, dialect } = await filled(id);
      const options = { dialect, now: NOW, limit: 2 };
      const other = await client.transaction();
      const claimed = await claimWaiting({ ...options, trx: other });
      expect(claimed).toHaveLength(2);
      const left = () =>
        client.transaction(async trx =>
          (await claimWaiting({ ...options, trx })).map(
            row => row.delivery_key,
          ),
        );

      expect(await left()).toEqual(['due']);
      await other.rollback();
      expect(await left()).toEqual(['older', 'old']);
    });
  }
});
