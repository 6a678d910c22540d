import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { PluginDatabase } from '@plimsoll/plugin-database';

/** Folder of the migrations. */
export const MIGRATIONS = resolvePackagePath(
  '@plimsoll/plugin-cost-backend',
  'migrations',
);

/** The plugin's own database: `client`, `dialect` and `isShared`. */
export type CostDatabase = PluginDatabase;

/**
 * Connects and brings the tables up to date. A loss of power may take the last
 * commits on SQLite: bills are read again.
 *
 * @throws ServiceUnavailableError when another process holds the migration
 * lock for more than a minute
 */
export async function openCostDatabase(options: {
  database: DatabaseService;
}): Promise<CostDatabase> {
  return PluginDatabase.create({
    ...options,
    pluginId: 'cost',
    migrations: MIGRATIONS,
    durability: 'checkpoints',
  });
}
