import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import { DoorBook } from './DoorBook';

const DAY = 86_400_000;
const MONDAY = Date.UTC(2026, 10, 16, 23, 59, 50);

describe('DoorBook', () => {
  const databases = createTestDatabases();

  function bookOf(database: StabilityDatabase) {
    const logger = mockServices.logger.mock();
    const clock = { now: MONDAY };
    const book = DoorBook.create({ database, logger, now: () => clock.now });
    return {
      book,
      clock,
      logger,
      days: async () => {
        const rows = await database
          .client('stability_door_day')
          .orderBy(['source', 'day']);
        return rows.map(row => [
          row.source,
          row.day,
          Number(row.heard),
          Number(row.refused),
          row.refused_because,
        ]);
      },
      last: async () => {
        const rows = await database.client('stability_door').orderBy('source');
        return rows.map(row => [
          row.source,
          Number(row.last_received_at),
          Number(row.last_rejected_at),
        ]);
      },
    };
  }

  it.each(databases.ids)(
    'counts by day what was heard and what was refused: a good one forgets no refusal, %s',
    async id => {
      const { book, clock, days, last } = bookOf(await databases.create(id));
      book.rejected('github', 'compare the secrets');
      book.rejected('github', 'compare the secrets');
      book.received('gitlab');
      await book.flush();
      book.received('github');
      book.received('github');
      await book.flush();
      // the same flush of two days
      book.rejected('github', 'it is\ntoo long');
      clock.now += 20_000;
      book.received('github');
      await book.flush();
      await book.flush();

      expect(await days()).toEqual([
        ['github', '2026-11-16', 2, 3, 'it is too long'],
        ['github', '2026-11-17', 1, 0, null],
        ['gitlab', '2026-11-16', 1, 0, null],
      ]);
      expect(await last()).toEqual([
        ['github', MONDAY + 20_000, MONDAY],
        ['gitlab', MONDAY, 0],
      ]);
    },
  );

  it.each(databases.ids)('forgets days after a week, %s', async id => {
    const { book, clock, days } = bookOf(await databases.create(id));
    for (let day = 0; day < 9; day++) {
      book.rejected('github', 'compare the secrets');
      await book.flush();
      clock.now += DAY;
    }

    expect((await days()).map(([, day]) => day)).toEqual([
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
    ]);
  });

  it.each(databases.ids)(
    'never lets an older instant win, whichever replica writes last, %s',
    async id => {
      const database = await databases.create(id);
      const one = bookOf(database);
      const other = bookOf(database);
      one.book.received('github');
      other.clock.now += 5_000;
      other.book.received('github');
      other.book.rejected('github', 'compare the secrets');
      await other.book.flush();
      await one.book.flush();

      expect(await one.last()).toEqual([
        ['github', MONDAY + 5_000, MONDAY + 5_000],
      ]);
      expect(await one.days()).toEqual([
        ['github', '2026-11-16', 2, 1, 'compare the secrets'],
      ]);
    },
  );

  it('mentions who knocks in vain once a minute, with the mend', async () => {
    const { book, clock, logger } = bookOf(await databases.create('SQLITE_3'));

    for (let second = 0; second <= 60; second++) {
      book.rejected('github', 'compare the secrets');
      clock.now += 1_000;
    }

    expect(logger.warn.mock.calls).toEqual([
      ["A delivery to the door 'github' was refused: compare the secrets"],
      ["A delivery to the door 'github' was refused: compare the secrets"],
    ]);
  });

  it('keeps its entries while the database is away', async () => {
    const database = await databases.create('SQLITE_3');
    const { book, days, last } = bookOf(database);
    await database.client.schema.renameTable('stability_door_day', 'away');
    book.rejected('github', 'compare the secrets');
    book.received('github');
    await book.flush();
    book.rejected('github', 'it is too long');
    await database.client.schema.renameTable('away', 'stability_door_day');

    await book.flush();

    expect(await days()).toEqual([
      ['github', '2026-11-16', 1, 2, 'it is too long'],
    ]);
    expect(await last()).toEqual([['github', MONDAY, MONDAY]]);
  });
});
