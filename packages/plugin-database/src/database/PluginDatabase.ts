import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { migrateTables } from './migrateTables';
import { type SqlDialect, sqlDialectOf } from './sqlDialectOf';

/** @public */
export interface PluginDatabaseOptions {
  database: DatabaseService;
  pluginId: string;
  /** Folder of the plugin's migrations. */
  migrations: string;
  /**
   * SQLite only. `commits` waits for the disk at each commit, for what nobody
   * sends twice. `checkpoints` leaves the waiting to them: a loss of power may
   * take the last commits, never the consistency; for what is read again.
   */
  durability: 'commits' | 'checkpoints';
  /** Called where SQLite has no disk to wait for. */
  onMemory?: (options: { logger: LoggerService }) => void;
  logger?: LoggerService;
}

/**
 * A plugin's own database with its tables in place. How many connections are
 * pooled is said by `backend.database.plugin.<pluginId>.knexConfig.pool.max`.
 *
 * @public
 */
export class PluginDatabase {
  readonly client: Knex;
  readonly dialect: SqlDialect;

  /**
   * Connects and brings the tables up to date, unless the installation turns
   * migrations off.
   *
   * @throws ServiceUnavailableError when another process holds the migration
   * lock for more than a minute
   * @throws NotImplementedError for anything but PostgreSQL and SQLite
   */
  static async create(options: PluginDatabaseOptions): Promise<PluginDatabase> {
    const { database, pluginId, migrations, logger, onMemory } = options;
    const client = await database.getClient();
    const dialect = sqlDialectOf(client, { pluginId });
    if (dialect === 'sqlite') {
      const isOnDisk = await writeAhead(client, options.durability);
      if (!isOnDisk && logger) {
        onMemory?.({ logger });
      }
    }
    if (!database.migrations?.skip) {
      await migrateTables({ client, directory: migrations });
    }
    return new PluginDatabase({ client, dialect });
  }

  private constructor(options: { client: Knex; dialect: SqlDialect }) {
    this.client = options.client;
    this.dialect = options.dialect;
  }

  /** Whether several processes may write at the same time. */
  get isShared(): boolean {
    return this.dialect === 'postgres';
  }
}

/** @returns whether there is a disk to wait for */
async function writeAhead(
  client: Knex,
  durability: PluginDatabaseOptions['durability'],
): Promise<boolean> {
  const [{ journal_mode: mode }] = await client.raw(
    'pragma journal_mode = wal',
  );
  await client.raw(
    `pragma synchronous = ${durability === 'commits' ? 'full' : 'normal'}`,
  );
  return mode !== 'memory';
}
