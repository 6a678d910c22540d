import { NotImplementedError } from '@backstage/errors';
import type { Knex } from 'knex';

/** Databases that the stability backend speaks. */
export type SqlDialect = 'postgres' | 'sqlite';

/**
 * Names the dialect of a client.
 *
 * @throws NotImplementedError for anything but PostgreSQL and SQLite
 */
export function sqlDialectOf(client: Knex): SqlDialect {
  const name = String(client.client.config.client);
  if (name === 'pg') {
    return 'postgres';
  }
  if (name.includes('sqlite')) {
    return 'sqlite';
  }
  throw new NotImplementedError(
    `The stability plugin keeps its events in PostgreSQL or SQLite, not in '${name}': ` +
      `set backend.database.plugin.stability.client to 'pg' or 'better-sqlite3'`,
  );
}
