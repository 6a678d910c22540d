import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { type SqlDialect, sqlDialectOf } from './SqlDialect';
import { migrate } from './migrate';

/**
 * The plugin's own database with its tables in place. At most five pooled
 * connections are needed; `backend.database.plugin.stability.knexConfig.pool.max`
 * says so to knex.
 */
export class StabilityDatabase {
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
    logger?: LoggerService;
  }): Promise<StabilityDatabase> {
    const client = await options.database.getClient();
    if (sqlDialectOf(client) === 'sqlite') {
      const isDurable = await keepEveryCommit(client);
      if (!isDurable) {
        options.logger?.warn(
          'The stability database is in memory: events that were accepted ' +
            'are lost at the next restart. Set backend.database to a file or ' +
            'to PostgreSQL',
        );
      }
    }
    if (!options.database.migrations?.skip) {
      await migrate({ client });
    }
    return new StabilityDatabase(client);
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
 * Lets SQLite write ahead, and wait for the disk at each commit: what a sender
 * was told is kept must survive a loss of power. The inbox commits many
 * deliveries at once, so that this costs little.
 *
 * @returns whether there is a disk to wait for
 */
async function keepEveryCommit(client: Knex): Promise<boolean> {
  const [{ journal_mode: mode }] = await client.raw(
    'pragma journal_mode = wal',
  );
  await client.raw('pragma synchronous = full');
  return mode !== 'memory';
}
