import {
  createTestDatabases as createPluginTestDatabases,
  type PluginTestDatabases,
} from '@plimsoll/plugin-database/testUtils';
import {
  openServiceHealthDatabase,
  type ServiceHealthDatabase,
} from '../ServiceHealthDatabase';

/** SQLite, and PostgreSQL where there is one, with the plugin's tables. */
export function createTestDatabases(): PluginTestDatabases<ServiceHealthDatabase> {
  return createPluginTestDatabases({ open: openServiceHealthDatabase });
}
