import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { type SqlDialect, sqlDialectOf } from './SqlDialect';
import { migrate } from './migrate';

/**
 * The plugin's own database with its tables in place. At most three pooled
 * connections are needed; `backend.database.plugin.slo.knexConfig.pool.max`
 * says so to knex.
 */
export class SloDatabase {
  readonly client: Knex;
  readonly dialect: SqlDialect;

  /**
   * Connects and brings the tables up to date, unless the installation turns
   * migrations off.
   *
   * @throws ServiceUnavailableError when another process holds the migration
   * lock for more than a minute
   */
  static async create(options: {
    database: DatabaseService;
  }): Promise<SloDatabase> {
    const client = await options.database.getClient();
    if (sqlDialectOf(client) === 'sqlite') {
      await spareSyncs(client);
    }
    if (!options.database.migrations?.skip) {
      await migrate(client);
    }
    return new SloDatabase(client);
  }

  private constructor(client: Knex) {
    this.client = client;
    this.dialect = sqlDialectOf(client);
  }

  /** Whether several processes may write at the same time. */
  get isShared(): boolean {
    return this.dialect === 'postgres';
  }
}

/**
 * Lets SQLite write ahead and leave the waiting for the disk to its
 * checkpoints: it blocks the process while it waits, and every minute commits
 * dozens of times. A loss of power may take the last commits, never the
 * consistency; what they held is read again.
 */
async function spareSyncs(client: Knex): Promise<void> {
  await client.raw('pragma journal_mode = wal');
  await client.raw('pragma synchronous = normal');
}
