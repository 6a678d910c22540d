import {
  atPlace,
  type Fault,
  type Indicator,
  type IndicatorPlace,
  type ObjectiveDefinition,
} from '@plimsoll/plugin-slo-common';
import type { ObjectiveSources } from './ObjectiveSources';

/** The metric that tells an indicator's source, below the SLI's spec. */
const METRIC_PATHS: Record<Indicator['kind'], string> = {
  ratio: 'ratioMetric.total',
  raw: 'ratioMetric.raw',
  threshold: 'thresholdMetric',
};

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
    // Where a ratio names two sources it is refused before: total speaks.
    const fault = {
      path: `spec.indicator.spec.${
        METRIC_PATHS[definition.indicator.kind]
      }.metricSource.metricSourceRef`,
      message: `The metrics source '${definition.source}' is not configured (${
        names ? `configured: ${names}` : 'none is'
      }): add slo.sources.${
        definition.source
      } to app-config, or name another one in metricSourceRef`,
    };
    return [atPlace(fault, place)];
  }
  return registered.source
    .validate(definition)
    .map(fault => atPlace(fault, place));
}
