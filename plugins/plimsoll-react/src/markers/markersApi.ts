import {
  ApiBlueprint,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import { markerSourceDataRef } from './MarkerSourceBlueprint';
import { markersApiRef } from './markersApiRef';

/**
 * The API that collects all marker sources. The slo plugin holds it, as
 * `api:slo/markers`.
 *
 * @alpha
 */
export const markersApi = ApiBlueprint.makeWithOverrides({
  name: 'markers',
  inputs: { sources: createExtensionInput([markerSourceDataRef]) },
  factory(originalFactory, { inputs }) {
    const sources = inputs.sources.map(input => input.get(markerSourceDataRef));
    return originalFactory(defineParams =>
      defineParams({
        api: markersApiRef,
        deps: {},
        factory: () => ({ sources }),
      }),
    );
  },
});
