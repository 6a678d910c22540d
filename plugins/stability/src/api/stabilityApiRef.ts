import { createApiRef } from '@backstage/frontend-plugin-api';
import type { StabilityApi } from '@plimsoll/plugin-stability-common';

/** Where the pages get deployments, incidents and metrics from. @public */
export const stabilityApiRef = createApiRef<StabilityApi>().with({
  id: 'plugin.stability.client',
  pluginId: 'stability',
});
