import {
  createExtensionBlueprint,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import type { MarkerSource } from './TimeMarker';

/** @alpha */
export const markerSourceDataRef = createExtensionDataRef<MarkerSource>().with({
  id: 'plimsoll.marker-source',
});

/**
 * Brings a plugin's events as marks to the time axis of all Plimsoll charts.
 * Where nobody draws charts it does nothing.
 *
 * @alpha
 */
export const MarkerSourceBlueprint = createExtensionBlueprint({
  kind: 'marker-source',
  attachTo: { id: 'api:slo/markers', input: 'sources' },
  output: [markerSourceDataRef],
  dataRefs: { source: markerSourceDataRef },
  *factory(params: { source: MarkerSource }) {
    yield markerSourceDataRef(params.source);
  },
});
