import {
  createTestDatabases as createPluginTestDatabases,
  type PluginTestDatabases,
} from '@plimsoll/plugin-database/testUtils';
import {
  openStabilityDatabase,
  type StabilityDatabase,
} from '../StabilityDatabase';

/** Databases that a test runs on. */
export type StabilityTestDatabases = PluginTestDatabases<StabilityDatabase>;

/** SQLite, and PostgreSQL where there is one, with the plugin's tables. */
export function createTestDatabases(): StabilityTestDatabases {
  return createPluginTestDatabases({ open: openStabilityDatabase });
}
