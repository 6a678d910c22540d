import { createApiRef } from '@backstage/frontend-plugin-api';
import type { CostApi } from '@plimsoll/plugin-cost-common';

/** Where the pages get costs, savings and budgets from. @public */
export const costApiRef = createApiRef<CostApi>().with({
  id: 'plugin.cost.client',
  pluginId: 'cost',
});
