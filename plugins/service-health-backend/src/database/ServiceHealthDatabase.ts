import {
  type DatabaseService,
  type LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { PluginDatabase } from '@plimsoll/plugin-database';

/** Folder of the migrations. */
export const MIGRATIONS = resolvePackagePath(
  '@plimsoll/plugin-service-health-backend',
  'migrations',
);

/** The plugin's own database: `client`, `dialect` and `isShared`. */
export type ServiceHealthDatabase = PluginDatabase;

/**
 * Connects and brings the tables up to date. All of it is read again from other
 * plugins, so that SQLite waits for no disk.
 *
 * @throws ServiceUnavailableError when another process holds the migration
 * lock for more than a minute
 */
export async function openServiceHealthDatabase(options: {
  database: DatabaseService;
  logger?: LoggerService;
}): Promise<ServiceHealthDatabase> {
  return PluginDatabase.create({
    ...options,
    pluginId: 'service-health',
    migrations: MIGRATIONS,
    durability: 'checkpoints',
  });
}
