import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import createKnex from 'knex';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { databaseFault, faultOf } from './databaseFault';
import { MIGRATIONS } from './migrate';
import { sqlDialectOf } from './SqlDialect';
import { StabilityDatabase } from './StabilityDatabase';

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

describe('StabilityDatabase', () => {
  const databases = createTestDatabases();
  const directory = createMockDirectory();

  it.each(databases.ids)(
    'brings its tables, can be opened again and takes them away, %s',
    async id => {
      const service = await databases.service(id);
      const database = await StabilityDatabase.create({ database: service });
      await database.client('stability_door').insert({ source: 'github' });

      const { client, isShared } = await StabilityDatabase.create({
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

      const { client } = await StabilityDatabase.create({
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
      await StabilityDatabase.create({
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

describe('sqlDialectOf', () => {
  it('refuses a database that was never tried', () => {
    const mysql = { client: { config: { client: 'mysql2' } } };

    expect(() => sqlDialectOf(mysql as never)).toThrow(
      "keeps its events in PostgreSQL or SQLite, not in 'mysql2'",
    );
  });
});

describe('databaseFault', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'says what is wrong without what was written, %s',
    async id => {
      const { client } = await databases.create(id);
      const error = await client('no_such_table')
        .insert({ body: 'a secret body - with a dash' })
        .catch((thrown: unknown) => thrown);

      const fault = databaseFault(error);

      expect(fault.message).toContain('no_such_table');
      expect(fault.message).not.toMatch(/insert|secret|dash/);
      expect(fault.stack).toBeUndefined();
      expect(databaseFault('gone').message).toBe('gone');
    },
  );
});

describe('faultOf', () => {
  it.each([
    [{ code: '22001' }, 'too long (22001)'],
    [{ code: 'SQLITE_BUSY' }, 'too long (SQLITE_BUSY)'],
    [{ code: 'ECONNREFUSED' }, 'insert into x (secret) - too long'],
    [{}, 'insert into x (secret) - too long'],
  ])('leaves the statement of %j out of a log', (fields, message) => {
    const error = Object.assign(
      new Error('insert into x (secret) - too long'),
      fields,
    );
    expect(faultOf(error).message).toBe(message);
  });

  it('makes an error of anything', () => {
    expect(faultOf('away').message).toContain('away');
    expect(faultOf(undefined)).toBeInstanceOf(Error);
  });
});
