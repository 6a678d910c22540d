import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { migrateTables } from '../database/migrateTables';

/**
 * Creates or updates the two tables in a plugin's own database. They keep
 * their own book of migrations, so that the plugin's own are not disturbed.
 */
export async function migrateServiceIndex(knex: Knex): Promise<void> {
  await migrateTables({
    client: knex,
    directory: resolvePackagePath('@plimsoll/service-index', 'migrations'),
    tableName: 'service_index_migrations',
  });
}
