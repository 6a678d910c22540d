import { NotImplementedError } from '@backstage/errors';
import type { Knex } from 'knex';

/** Databases that Plimsoll's backends speak. @public */
export type SqlDialect = 'postgres' | 'sqlite';

/**
 * Names the dialect of a client.
 *
 * @param options.pluginId - whose database it is, for the mend; not needed for
 * one that was opened by {@link PluginDatabase}
 * @throws NotImplementedError for anything but PostgreSQL and SQLite
 * @public
 */
export function sqlDialectOf(
  client: Knex,
  options: { pluginId?: string } = {},
): SqlDialect {
  const { pluginId = '<id>' } = options;
  const name = String(client.client.config.client);
  if (name === 'pg') {
    return 'postgres';
  }
  if (name.includes('sqlite')) {
    return 'sqlite';
  }
  throw new NotImplementedError(
    `The ${pluginId} plugin keeps its data in PostgreSQL or SQLite, not in '${name}': ` +
      `set backend.database.plugin.${pluginId}.client to 'pg' or 'better-sqlite3'`,
  );
}
