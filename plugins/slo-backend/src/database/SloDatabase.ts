import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { PluginDatabase } from '@plimsoll/plugin-database';

/** Folder of the migrations. */
export const MIGRATIONS = resolvePackagePath(
  '@plimsoll/plugin-slo-backend',
  'migrations',
);

/** The plugin's own database: `client`, `dialect` and `isShared`. */
export type SloDatabase = PluginDatabase;

/**
 * Connects and brings the tables up to date. A loss of power may take the last
 * commits on SQLite: what they held is read again, and every minute commits
 * dozens of times.
 *
 * @throws ServiceUnavailableError when another process holds the migration
 * lock for more than a minute
 */
export async function openSloDatabase(options: {
  database: DatabaseService;
}): Promise<SloDatabase> {
  return PluginDatabase.create({
    ...options,
    pluginId: 'slo',
    migrations: MIGRATIONS,
    durability: 'checkpoints',
  });
}
