import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { migrateTables } from './migrateTables';

const ids = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const BOOK = 'fleet_migrations';
/** An advisory lock that the tests hold. */
const GATE = 4711;

describe('migrateTables', () => {
  const folder = createMockDirectory({
    content: {
      '1_init.js': `
        exports.up = async knex => {
          await knex.schema.createTable('ship', table => table.string('name'));
          await new Promise(resolve => setTimeout(resolve, 50));
        };
        exports.down = knex => knex.schema.dropTable('ship');
      `,
    },
  });
  const clients: Knex[] = [];

  beforeEach(() => {
    // knex prints what it throws
    jest.spyOn(console, 'log').mockImplementation(() => {});
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all(clients.splice(0).map(client => client.destroy()));
  });

  const migrate = (
    client: Knex,
    options: { patienceMs?: number; pauseMs?: number } = {},
  ) =>
    migrateTables({
      client,
      directory: folder.path,
      tableName: BOOK,
      pauseMs: 10,
      ...options,
    });

  /** Clients of their own, as replicas have them; SQLite has one process. */
  function replicas(client: Knex, count: number): Knex[] {
    const { client: dialect, connection } = client.client.config;
    if (dialect !== 'pg') {
      return [client];
    }
    const others = Array.from({ length: count }, () =>
      // its one connection stays: a lock of the session goes with it
      createKnex({ client: 'pg', connection, pool: { min: 1, max: 1 } }),
    );
    clients.push(...others);
    return others;
  }

  it.each(ids.eachSupportedId())(
    'brings the tables once, however many replicas meet an empty database, %s',
    async id => {
      const client = await ids.init(id);

      await Promise.all(replicas(client, 6).map(replica => migrate(replica)));

      await expect(client('ship')).resolves.toEqual([]);
      await expect(client(BOOK)).resolves.toHaveLength(1);
      await expect(client(`${BOOK}_lock`)).resolves.toMatchObject([
        { is_locked: 0 },
      ]);
      await migrate(client);
    },
  );

  it.each(ids.eachSupportedId())(
    'waits for another process that holds the lock, %s',
    async id => {
      const client = await ids.init(id);
      await migrate(client);
      await client.migrate.rollback({
        directory: folder.path,
        tableName: BOOK,
      });
      await client(`${BOOK}_lock`).update({ is_locked: 1 });
      const migrated = migrate(client);
      setTimeout(() => {
        client(`${BOOK}_lock`)
          .update({ is_locked: 0 })
          .then(() => undefined);
      }, 100);

      await migrated;

      await expect(client('ship')).resolves.toEqual([]);
    },
  );

  it.each(ids.eachSupportedId())(
    'says how to free a lock that a killed process left behind, %s',
    async id => {
      const client = await ids.init(id);
      await migrate(client);
      await client(`${BOOK}_lock`).update({ is_locked: 1 });
      await client(BOOK).delete();

      await expect(migrate(client, { patienceMs: 60 })).rejects.toThrow(
        'set is_locked to 0 in fleet_migrations_lock',
      );
    },
  );

  it.each(ids.eachSupportedId())(
    'throws the fault of a migration at once, %s',
    async id => {
      const client = await ids.init(id);
      await client.schema.createTable('ship', table => table.increments('id'));

      // a pause would last longer than the test may
      await expect(migrate(client, { pauseMs: 3_600_000 })).rejects.toThrow(
        /[`"]ship[`"] already exists/,
      );
    },
  );

  // SQLite has one process
  const shared = ids.eachSupportedId().filter(([id]) => id !== 'SQLITE_3');

  for (const [id] of shared) {
    it(`goes on where a killed replica left off, without anybody’s help, ${id}`, async () => {
      const client = await ids.init(id);
      const [killed, next] = replicas(client, 2);
      const gate = await closeGate(client);
      const directory = createGated();
      const begun = migrateTables({
        client: killed,
        directory,
        tableName: BOOK,
      }).catch((error: unknown) => error);
      await client.raw('select pg_terminate_backend(?)', [
        await gate.waiting(),
      ]);
      // whichever library notices first, whose Error need not be this one
      await expect(begun).resolves.toMatchObject({
        message: expect.any(String),
      });
      await gate.open();

      await migrateTables({ client: next, directory, tableName: BOOK });

      await expect(client('ship')).resolves.toEqual([]);
    });

    it(`gives up on a replica that does not finish, ${id}`, async () => {
      const client = await ids.init(id);
      const [slow, waiting] = replicas(client, 2);
      const gate = await closeGate(client);
      const directory = createGated();
      const begun = migrateTables({ client: slow, directory, tableName: BOOK });
      await gate.waiting();

      await expect(migrate(waiting, { patienceMs: 60 })).rejects.toThrow(
        'Another process has migrated the tables of fleet_migrations for',
      );
      await gate.open();
      await begun;
    });
  }

  /** A migration that makes its table and ends when the gate is open. */
  function createGated(): string {
    folder.addContent({
      gated: {
        '1_gated.js': `
          exports.up = async knex => {
            await knex.schema.createTable('ship', table => table.string('name'));
            await knex.raw('select pg_advisory_xact_lock(${GATE})');
          };
          exports.down = async () => {};
        `,
      },
    });
    return folder.resolve('gated');
  }

  /** A lock of the test, so that migrations last for exactly as long as it says. */
  async function closeGate(client: Knex) {
    const [holder] = replicas(client, 1);
    await holder.raw('select pg_advisory_lock(?)', [GATE]);
    return {
      open: () => holder.raw('select pg_advisory_unlock(?)', [GATE]),
      /** @returns the process that waits for the gate, once one does */
      waiting: async (): Promise<number> => {
        for (let tries = 0; tries < 5_000; tries += 1) {
          const { rows } = await client.raw(
            `select pid from pg_locks where locktype = 'advisory' and not granted
               and database =
                 (select oid from pg_database where datname = current_database())`,
          );
          if (rows.length > 0) {
            return rows[0].pid;
          }
          await new Promise(resolve => setTimeout(resolve, 20));
        }
        throw new Error('Nobody waits for the gate');
      },
    };
  }
});
