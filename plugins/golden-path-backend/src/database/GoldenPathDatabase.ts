import {
  type DatabaseService,
  type LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { PluginDatabase } from '@plimsoll/plugin-database';

/** Folder of the migrations. */
export const MIGRATIONS = resolvePackagePath(
  '@plimsoll/plugin-golden-path-backend',
  'migrations',
);

/** The plugin's own database: `client`, `dialect` and `isShared`. */
export type GoldenPathDatabase = PluginDatabase;

/** Connects and brings the tables up to date. */
export async function openGoldenPathDatabase(options: {
  database: DatabaseService;
  logger?: LoggerService;
}): Promise<GoldenPathDatabase> {
  return PluginDatabase.create({
    ...options,
    pluginId: 'golden-path',
    migrations: MIGRATIONS,
    durability: 'checkpoints',
  });
}
