import type { Fault, ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import { atPlace, type IndicatorPlace } from './IndicatorPlace';
import type { ObjectiveSources } from './ObjectiveSources';

/**
 * Why the source that a definition names cannot measure it: it is not
 * configured, or does not understand the queries.
 */
export function sourceFaults(options: {
  definition: ObjectiveDefinition;
  sources: ObjectiveSources;
  place: IndicatorPlace;
}): Fault[] {
  const { definition, sources, place } = options;
  const registered = sources.get(definition.source);
  if (!registered) {
    const names = sources.names.map(name => `'${name}'`).join(', ');
    return [
      {
        path: place.path,
        message: `The metrics source '${
          definition.source
        }' is not configured (${
          names ? `configured: ${names}` : 'none is'
        }): add slo.sources.${
          definition.source
        } to app-config, or name another one in metricSourceRef`,
      },
    ];
  }
  return registered.source
    .validate(definition)
    .map(fault => atPlace(fault, place));
}
