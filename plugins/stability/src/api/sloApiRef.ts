import { createApiRef } from '@backstage/frontend-plugin-api';
import type { SloApi } from '@plimsoll/plugin-slo-common';

/**
 * The client of the slo plugin, found by its id: without that plugin the app
 * has none, and the pages go without budgets.
 *
 * @internal
 */
export const sloApiRef = createApiRef<SloApi>().with({
  id: 'plugin.slo.client',
  pluginId: 'slo',
});
