import {
  createTestDatabases as createPluginTestDatabases,
  type PluginTestDatabases,
} from '@plimsoll/plugin-database/testUtils';
import { openSloDatabase, type SloDatabase } from '../SloDatabase';

/** Databases that a test runs on. */
export type SloTestDatabases = PluginTestDatabases<SloDatabase>;

/** SQLite, and PostgreSQL where there is one, with the plugin's tables. */
export function createTestDatabases(): SloTestDatabases {
  return createPluginTestDatabases({ open: openSloDatabase });
}
