import { createApiRef } from '@backstage/frontend-plugin-api';
import type { MarkerSource } from './TimeMarker';

/** All sources of marks that the installed plugins bring. @public */
export interface MarkersApi {
  readonly sources: readonly MarkerSource[];
}

/**
 * Provided by the slo plugin in the new frontend system; plugins add sources
 * with `MarkerSourceBlueprint`. Absent where slo is not installed.
 *
 * @public
 */
export const markersApiRef = createApiRef<MarkersApi>().with({
  id: 'plugin.slo.markers',
  pluginId: 'slo',
});
