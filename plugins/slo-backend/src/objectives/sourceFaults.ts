import type { Fault, ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import type { ObjectiveSources } from './ObjectiveSources';

/**
 * Why the source that a definition names cannot measure it: it is not
 * configured, or does not understand the queries.
 *
 * @param options.path - where the document speaks of the indicator
 */
export function sourceFaults(options: {
  definition: ObjectiveDefinition;
  sources: ObjectiveSources;
  path: string;
}): Fault[] {
  const { definition, sources, path } = options;
  const registered = sources.get(definition.source);
  if (!registered) {
    const names = sources.names.map(name => `'${name}'`).join(', ');
    return [
      {
        path,
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
  return registered.source.validate(definition);
}
