import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { migrateTables } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';

/**
 * Creates or updates the tables in a plugin's own database. They keep
 * their own book of migrations, so that the plugin's own are not disturbed.
 */
export async function migrateServiceIndex(knex: Knex): Promise<void> {
  await migrateTables({
    client: knex,
    directory: resolvePackagePath('@plimsoll/service-index', 'migrations'),
    tableName: 'service_index_migrations',
  });
}
