import { createMockDirectory } from '@backstage/backend-test-utils';
import createKnex from 'knex';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { MIGRATIONS, openSloDatabase } from './SloDatabase';

describe('openSloDatabase', () => {
  const databases = createTestDatabases();
  const directory = createMockDirectory();

  beforeEach(() => {
    // knex prints what it throws
    jest.spyOn(console, 'log').mockImplementation(() => {});
  });
  afterEach(() => jest.restoreAllMocks());

  it.each(databases.ids)(
    'brings its tables, and can be opened again, %s',
    async id => {
      const service = await databases.service(id);
      const database = await openSloDatabase({ database: service });
      await database.client('slo_source').insert({
        name: 'main',
        type: 'fake',
        demo: false,
        up: true,
      });

      const again = await openSloDatabase({ database: service });

      await expect(again.client('slo_source')).resolves.toHaveLength(1);
      expect(again.isShared).toBe(id !== 'SQLITE_3');
    },
  );

  it.each(databases.ids)(
    'leaves the tables to somebody else where migrations are off, %s',
    async id => {
      const service = await databases.service(id);

      const { client } = await openSloDatabase({
        database: { ...service, migrations: { skip: true } },
      });

      await expect(client.schema.hasTable('slo_ledger')).resolves.toBe(false);
    },
  );

  it('writes ahead on SQLite, so that the process seldom waits for the disk', async () => {
    const client = createKnex({
      client: 'better-sqlite3',
      connection: { filename: directory.resolve('slo.sqlite') },
      useNullAsDefault: true,
    });
    await openSloDatabase({ database: { getClient: async () => client } });

    await expect(client.raw('pragma journal_mode')).resolves.toEqual([
      { journal_mode: 'wal' },
    ]);
    await expect(client.raw('pragma synchronous')).resolves.toEqual([
      { synchronous: 1 },
    ]);
    await client.destroy();
  });

  it.each(databases.ids)('takes its tables away again, %s', async id => {
    const { client } = await databases.create(id);

    await client.migrate.rollback({ directory: MIGRATIONS });

    for (const table of [
      'slo_objective',
      'slo_status',
      'slo_ledger',
      'slo_backfill',
      'slo_source',
      'slo_source_gap',
      'slo_refusal',
      'slo_watch',
      'slo_notification',
    ]) {
      await expect(client.schema.hasTable(table)).resolves.toBe(false);
    }
  });
});
