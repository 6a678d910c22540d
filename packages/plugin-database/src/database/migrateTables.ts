import { isError, ServiceUnavailableError } from '@backstage/errors';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';

/** knex's own name for its book of migrations. */
const BOOK = 'knex_migrations';
/** "plimsoll" and "migrate" of the advisory lock, in one number each. */
const ADVISORY_LOCK = [0x706c696d, 0x6d696772] as const;

/** @public */
export interface MigrateTablesOptions {
  client: Knex;
  /** Folder of the migrations. */
  directory: string;
  /** Table that knex keeps book in, `knex_migrations` by default. */
  tableName?: string;
  /** Milliseconds to wait for another process, a minute by default. */
  patienceMs?: number;
  /** Milliseconds between two looks whether it is done, 500 by default. */
  pauseMs?: number;
}

/**
 * Runs the outstanding migrations of a plugin's database. Replicas that start
 * together wait for each other.
 *
 * On PostgreSQL all happens in one transaction under an advisory lock: two
 * replicas may meet an empty database, where knex's own book does not exist
 * yet, and one that is killed leaves nothing locked and nothing half done.
 *
 * @throws ServiceUnavailableError when another process has not finished after
 * `patienceMs`
 * @public
 */
export async function migrateTables(
  options: MigrateTablesOptions,
): Promise<void> {
  const { client, directory, tableName = BOOK } = options;
  const { patienceMs = 60_000, pauseMs = 500 } = options;
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      if (await migrate(client, { directory, tableName })) {
        return;
      }
    } catch (error) {
      if (!isLocked(error)) {
        throw error;
      }
      if (Date.now() >= deadline) {
        throw new ServiceUnavailableError(
          `Another process has held the migration lock ${tableName}_lock for ` +
            `${seconds(patienceMs)}. When none is running, a killed one left ` +
            `it behind: set is_locked to 0 in ${tableName}_lock and start again`,
          error,
        );
      }
    }
    if (Date.now() >= deadline) {
      throw new ServiceUnavailableError(
        `Another process has migrated the tables of ${tableName} for ` +
          `${seconds(patienceMs)}; start again when it has finished, and see ` +
          `its log when it does not`,
      );
    }
    await sleep(pauseMs);
  }
}

/** @returns false when another process does it just now */
async function migrate(
  client: Knex,
  config: { directory: string; tableName: string },
): Promise<boolean> {
  if (client.client.config.client !== 'pg') {
    await client.migrate.latest(config);
    return true;
  }
  return client.transaction(async transaction => {
    const { rows } = await transaction.raw(
      'select pg_try_advisory_xact_lock(?, ?) as locked',
      [...ADVISORY_LOCK],
    );
    if (rows[0].locked) {
      await transaction.migrate.latest(config);
    }
    return rows[0].locked;
  });
}

function isLocked(error: unknown): boolean {
  // knex throws the error of the lock under this name, or wraps its message
  return (
    isError(error) &&
    (error.name === 'MigrationLocked' ||
      error.message.includes('Migration table is already locked'))
  );
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
