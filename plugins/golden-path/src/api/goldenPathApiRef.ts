import { createApiRef } from '@backstage/frontend-plugin-api';
import type { GoldenPathApi } from '@plimsoll/plugin-golden-path-common';

/** Where the pages get previews, proofs and updates from. @public */
export const goldenPathApiRef = createApiRef<GoldenPathApi>().with({
  id: 'plugin.golden-path.client',
  pluginId: 'golden-path',
});
