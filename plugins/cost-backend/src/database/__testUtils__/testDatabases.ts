import { createTestDatabases as createPluginTestDatabases } from '@plimsoll/plugin-database/testUtils';
import { openCostDatabase } from '../CostDatabase';

/** SQLite, and PostgreSQL where there is one, with the plugin's tables. */
export function createTestDatabases() {
  return createPluginTestDatabases({ open: openCostDatabase });
}
