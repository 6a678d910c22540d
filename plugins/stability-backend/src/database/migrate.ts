import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { migrateTables } from '@plimsoll/service-index';
import type { Knex } from 'knex';

/** Folder of the migrations. */
export const MIGRATIONS = resolvePackagePath(
  '@plimsoll/plugin-stability-backend',
  'migrations',
);

/**
 * Brings the plugin's tables up to date.
 *
 * @throws ServiceUnavailableError when another process has not finished doing
 * it after a minute
 */
export async function migrate(options: { client: Knex }): Promise<void> {
  await migrateTables({ ...options, directory: MIGRATIONS });
}
