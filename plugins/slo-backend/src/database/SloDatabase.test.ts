import { createMockDirectory } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import createKnex from 'knex';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { migrate } from './migrate';
import { SloDatabase } from './SloDatabase';
import { sqlDialectOf } from './SqlDialect';

const MIGRATIONS = resolvePackagePath(
  '@plimsoll/plugin-slo-backend',
  'migrations',
);

describe('SloDatabase', () => {
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
      const database = await SloDatabase.create({ database: service });
      await database.client('slo_source').insert({
        name: 'main',
        type: 'fake',
        demo: false,
        up: true,
      });

      const again = await SloDatabase.create({ database: service });

      await expect(again.client('slo_source')).resolves.toHaveLength(1);
      expect(again.isShared).toBe(id !== 'SQLITE_3');
    },
  );

  it.each(databases.ids)(
    'leaves the tables to somebody else where migrations are off, %s',
    async id => {
      const service = await databases.service(id);

      const { client } = await SloDatabase.create({
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
    await SloDatabase.create({ database: { getClient: async () => client } });

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
    ]) {
      await expect(client.schema.hasTable(table)).resolves.toBe(false);
    }
  });

  it.each(databases.ids)(
    'pitfall 16: replicas that start together wait for each other, %s',
    async id => {
      const service = await databases.service(id);
      const client = await service.getClient();
      await migrate(client);
      await client.migrate.rollback({ directory: MIGRATIONS });
      await client('knex_migrations_lock').update({ is_locked: 1 });
      setTimeout(() => {
        client('knex_migrations_lock')
          .update({ is_locked: 0 })
          .then(() => undefined);
      }, 150);

      await migrate(client);

      await expect(client.schema.hasTable('slo_ledger')).resolves.toBe(true);
    },
  );
});

describe('sqlDialectOf', () => {
  it('refuses a database that the ledger was never tried on', async () => {
    const mysql = { client: { config: { client: 'mysql2' } } };

    expect(() => sqlDialectOf(mysql as never)).toThrow(
      "keeps its ledger in PostgreSQL or SQLite, not in 'mysql2'",
    );
  });
});
