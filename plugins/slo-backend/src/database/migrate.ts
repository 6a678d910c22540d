import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { migrateTables } from '@plimsoll/service-index';
import type { Knex } from 'knex';

/**
 * Brings the plugin's tables up to date; replicas that start together wait for
 * each other.
 *
 * @throws ServiceUnavailableError when another process is not done in a minute
 */
export async function migrate(client: Knex): Promise<void> {
  await migrateTables({
    client,
    directory: resolvePackagePath('@plimsoll/plugin-slo-backend', 'migrations'),
  });
}
