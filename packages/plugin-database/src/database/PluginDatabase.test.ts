import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import createKnex from 'knex';
import { createTestDatabases } from '../testUtils/createTestDatabases';
import { databaseFault } from './databaseFault';
import { PluginDatabase } from './PluginDatabase';
import { sqlDialectOf } from './sqlDialectOf';

describe('PluginDatabase', () => {
  const directory = createMockDirectory({
    content: {
      migrations: {
        '1_init.js': `
          exports.up = knex => knex.schema.createTable('ship', t => t.string('name'));
          exports.down = knex => knex.schema.dropTable('ship');
        `,
      },
    },
  });
  const own = {
    pluginId: 'fleet',
    migrations: directory.resolve('migrations'),
    durability: 'commits',
  } as const;
  const databases = createTestDatabases({
    open: options => PluginDatabase.create({ ...own, ...options }),
  });

  it.each(databases.ids)(
    'brings its tables, unless migrations are off, %s',
    async id => {
      const database = await databases.create(id);
      await expect(database.client('ship')).resolves.toEqual([]);
      expect(database.isShared).toBe(id !== 'SQLITE_3');

      const service = await databases.service(id);
      const { client } = await PluginDatabase.create({
        ...own,
        database: { ...service, migrations: { skip: true } },
      });
      await expect(client.schema.hasTable('ship')).resolves.toBe(false);
    },
  );

  it.each([
    ['commits', 2],
    ['checkpoints', 1],
  ] as const)(
    'writes ahead on SQLite and waits for the disk at %s',
    async (durability, synchronous) => {
      const client = createKnex({
        client: 'better-sqlite3',
        connection: { filename: directory.resolve(`${durability}.sqlite`) },
        useNullAsDefault: true,
      });
      const onMemory = jest.fn();
      await PluginDatabase.create({
        ...own,
        durability,
        database: { getClient: async () => client },
        logger: mockServices.logger.mock(),
        onMemory,
      });

      await expect(client.raw('pragma journal_mode')).resolves.toEqual([
        { journal_mode: 'wal' },
      ]);
      await expect(client.raw('pragma synchronous')).resolves.toEqual([
        { synchronous },
      ]);
      expect(onMemory).not.toHaveBeenCalled();
      await client.destroy();
    },
  );

  it('says where there is no disk to wait for', async () => {
    const onMemory = jest.fn();
    const logger = mockServices.logger.mock();
    await PluginDatabase.create({
      ...own,
      database: await databases.service('SQLITE_3'),
      logger,
      onMemory,
    });
    expect(onMemory).toHaveBeenCalledWith({ logger });
  });

  it.each(databases.ids)(
    'tells a fault without what was written, %s',
    async id => {
      const { client } = await databases.create(id);
      const fault = databaseFault(
        await client('no_such_table')
          .insert({ body: 'a secret body - with a dash' })
          .catch((thrown: unknown) => thrown),
      );
      expect(fault.message).toContain('no_such_table');
      expect(fault.message).not.toMatch(/insert|secret|dash/);
      expect(databaseFault('gone').message).toBe('gone');
    },
  );

  it('refuses a database that was never tried', () => {
    const mysql = { client: { config: { client: 'mysql2' } } };
    expect(() => sqlDialectOf(mysql as never, { pluginId: 'fleet' })).toThrow(
      "set backend.database.plugin.fleet.client to 'pg'",
    );
  });
});
