import {
  type DatabaseService,
  type LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { PluginDatabase } from '@plimsoll/plugin-database';

/** Folder of the migrations. */
export const MIGRATIONS = resolvePackagePath(
  '@plimsoll/plugin-stability-backend',
  'migrations',
);

/** The plugin's own database: `client`, `dialect` and `isShared`. */
export type StabilityDatabase = PluginDatabase;

/**
 * Connects and brings the tables up to date. SQLite waits for the disk at each
 * commit: what a sender was told is kept must survive a loss of power. The inbox
 * commits many deliveries at once, so that this costs little.
 *
 * @throws ServiceUnavailableError when another process holds the migration
 * lock for more than a minute
 */
export async function openStabilityDatabase(options: {
  database: DatabaseService;
  logger?: LoggerService;
}): Promise<StabilityDatabase> {
  return PluginDatabase.create({
    ...options,
    pluginId: 'stability',
    migrations: MIGRATIONS,
    durability: 'commits',
    onMemory: ({ logger }) =>
      logger.warn(
        'The stability database is in memory: events that were accepted ' +
          'are lost at the next restart. Set backend.database to a file or ' +
          'to PostgreSQL',
      ),
  });
}
