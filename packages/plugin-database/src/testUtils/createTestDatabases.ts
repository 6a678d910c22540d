import type { DatabaseService } from '@backstage/backend-plugin-api';
import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { postgresAbsence } from './postgresAbsence';

const POSTGRES: TestDatabaseId = 'POSTGRES_18';

/**
 * Databases that a test runs on, and how to get an empty one with the plugin's
 * tables.
 *
 * @public
 */
export interface PluginTestDatabases<TDatabase> {
  /** For `it.each`. */
  ids: TestDatabaseId[];
  /** An empty database with the plugin's tables. */
  create(id: TestDatabaseId): Promise<TDatabase>;
  /** The service that a plugin would get for an empty database. */
  service(id: TestDatabaseId): Promise<DatabaseService>;
}

/**
 * SQLite always, PostgreSQL where the environment names one. Without it a
 * sentence says so; with `CI=true` that is a failure, unless the run asked for
 * SQLite alone (`PLIMSOLL_TEST_FAST`). To be called within `describe`.
 *
 * @param options.open - makes the plugin's tables in an empty database
 * @public
 */
export function createTestDatabases<TDatabase>(options: {
  open(options: { database: DatabaseService }): Promise<TDatabase>;
}): PluginTestDatabases<TDatabase> {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', POSTGRES],
    disableDocker: true,
  });
  const absence = postgresAbsence(process.env);
  if (absence?.fatal) {
    throw new Error(absence.sentence);
  }
  if (absence) {
    process.stderr.write(`${absence.sentence}\n`);
  }
  const service = async (id: TestDatabaseId): Promise<DatabaseService> => {
    const client = await databases.init(id);
    return { getClient: async () => client };
  };
  return {
    ids: databases.eachSupportedId().map(([id]) => id),
    service,
    create: async id => options.open({ database: await service(id) }),
  };
}
