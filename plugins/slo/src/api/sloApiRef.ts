import { createApiRef } from '@backstage/frontend-plugin-api';
import type { SloApi } from '@plimsoll/plugin-slo-common';

/** Where the pages get their objectives from. @public */
export const sloApiRef = createApiRef<SloApi>().with({
  id: 'plugin.slo.client',
  pluginId: 'slo',
});
