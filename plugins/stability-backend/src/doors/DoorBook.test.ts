import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { DoorBook } from './DoorBook';

describe('DoorBook', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'counts what was refused since something good came, %s',
    async id => {
      const database = await databases.create(id);
      const logger = mockServices.logger.mock();
      let now = 1_000;
      const book = DoorBook.create({ database, logger, now: () => now });
      const rows = async () => {
        await book.flush();
        const found = await database.client('stability_door').orderBy('source');
        return found.map(row => [
          row.source,
          Number(row.rejected_count),
          Number(row.last_rejected_at),
          Number(row.last_received_at),
        ]);
      };

      book.rejected('github', 'mend it');
      book.rejected('github', 'mend it');
      book.received('gitlab');
      await expect(rows()).resolves.toEqual([
        ['github', 2, 1_000, 0],
        ['gitlab', 0, 0, 1_000],
      ]);

      now = 2_000;
      book.rejected('github', 'mend it');
      await expect(rows()).resolves.toEqual([
        ['github', 3, 2_000, 0],
        ['gitlab', 0, 0, 1_000],
      ]);

      now = 3_000;
      book.received('github');
      await expect(rows()).resolves.toEqual([
        ['github', 0, 0, 3_000],
        ['gitlab', 0, 0, 1_000],
      ]);

      now = 4_000;
      book.received('github');
      book.rejected('github', 'mend it');
      await expect(rows()).resolves.toEqual([
        ['github', 1, 4_000, 4_000],
        ['gitlab', 0, 0, 1_000],
      ]);
    },
  );

  it('mentions who knocks in vain once a minute, with the mend', async () => {
    const logger = mockServices.logger.mock();
    let now = 0;
    const book = DoorBook.create({
      database: await databases.create('SQLITE_3'),
      logger,
      now: () => now,
    });

    for (now = 0; now <= 60_000; now += 1_000) {
      book.rejected('github', 'compare the secrets');
    }

    expect(logger.warn.mock.calls).toEqual([
      ["A delivery to the door 'github' was refused: compare the secrets"],
      ["A delivery to the door 'github' was refused: compare the secrets"],
    ]);
  });

  it('keeps its entries while the database is away', async () => {
    const database = await databases.create('SQLITE_3');
    const book = DoorBook.create({
      database,
      logger: mockServices.logger.mock(),
      now: () => 1_000,
    });
    await database.client.schema.renameTable('stability_door', 'away');
    book.rejected('github', 'mend it');
    await book.flush();
    book.rejected('github', 'mend it');
    await database.client.schema.renameTable('away', 'stability_door');

    await book.flush();

    await expect(database.client('stability_door')).resolves.toEqual([
      expect.objectContaining({ source: 'github', rejected_count: 2 }),
    ]);
  });
});
