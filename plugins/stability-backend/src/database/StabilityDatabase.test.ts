import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import createKnex from 'knex';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { MIGRATIONS, openStabilityDatabase } from './StabilityDatabase';

const TABLES = [
  'stability_inbox',
  'stability_mapping_rule',
  'stability_door',
  'stability_poll',
  'stability_identity',
  'stability_observation',
  'stability_answer',
  'stability_correction',
  'stability_dirty',
  'stability_deployment',
  'stability_incident',
  'stability_metric',
  'stability_facts',
];

describe('openStabilityDatabase', () => {
  const databases = createTestDatabases();
  const directory = createMockDirectory();

  it.each(databases.ids)(
    'brings its tables, can be opened again and takes them away, %s',
    async id => {
      const service = await databases.service(id);
      const database = await openStabilityDatabase({ database: service });
      await database.client('stability_door').insert({ source: 'github' });

      const { client, isShared } = await openStabilityDatabase({
        database: service,
      });

      expect(isShared).toBe(id !== 'SQLITE_3');
      await expect(client('stability_door')).resolves.toEqual([
        expect.objectContaining({
          source: 'github',
          rejected_count: expect.anything(),
        }),
      ]);
      await client.migrate.rollback({ directory: MIGRATIONS });
      for (const table of TABLES) {
        await expect(client.schema.hasTable(table)).resolves.toBe(false);
      }
    },
  );

  it.each(databases.ids)(
    'leaves the tables to somebody else where migrations are off, %s',
    async id => {
      const service = await databases.service(id);

      const { client } = await openStabilityDatabase({
        database: { ...service, migrations: { skip: true } },
      });

      await expect(client.schema.hasTable(TABLES[0])).resolves.toBe(false);
    },
  );

  it('waits for the disk at each commit of SQLite, and says when there is none', async () => {
    const logger = mockServices.logger.mock();
    const open = async (filename: string) => {
      const client = createKnex({
        client: 'better-sqlite3',
        connection: { filename },
        useNullAsDefault: true,
      });
      await openStabilityDatabase({
        database: { getClient: async () => client },
        logger,
      });
      const [{ journal_mode: mode }] = await client.raw('pragma journal_mode');
      const [{ synchronous }] = await client.raw('pragma synchronous');
      await client.destroy();
      return [mode, synchronous];
    };

    await expect(open(directory.resolve('stability.sqlite'))).resolves.toEqual([
      'wal',
      2,
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
    await expect(open(':memory:')).resolves.toEqual(['memory', 2]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('events that were accepted are lost'),
    );
  });
});
