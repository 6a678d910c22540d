import { createTestDatabases } from '@plimsoll/plugin-database/testUtils';
import type { Knex } from 'knex';

/**
 * An empty PostgreSQL; undefined where the run asked for SQLite alone
 * (`PLIMSOLL_TEST_FAST`). To be called within `describe`.
 */
export function createTestPostgres(): (() => Promise<Knex>) | undefined {
  const databases = createTestDatabases({
    open: async ({ database }) => database.getClient(),
  });
  const id = databases.ids.find(one => one.startsWith('POSTGRES'));
  return id && (() => databases.create(id));
}
