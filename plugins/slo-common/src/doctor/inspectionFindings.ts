import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import type { LocalFinding } from './Finding';
import type { ObjectiveInspection } from './ObjectiveInspection';
import { retentionFindings } from './retentionFindings';
import { seriesFindings } from './seriesFindings';
import { volumeFindings } from './volumeFindings';

/** Where the document speaks of an objective. */
export interface ObjectivePaths {
  /** `spec.objectives[0].target`. */
  target: string;
  /** `spec.timeWindow[0].duration`. */
  window: string;
}

/**
 * What follows from a source's answers about one objective. Places of queries
 * are still those of the source (`spec.indicator...`).
 *
 * @param options.at - Unix seconds of the inspection
 */
export function inspectionFindings(options: {
  definition: ObjectiveDefinition;
  inspection: ObjectiveInspection;
  at: number;
  paths: ObjectivePaths;
}): LocalFinding[] {
  const { definition, inspection, at, paths } = options;
  const { queries, unitsPerDay, unanswered } = inspection;
  const isEvents = definition.budgeting.method === 'occurrences';
  return [
    ...queries.flatMap(seriesFindings),
    // slices were counted without the source
    ...(isEvents
      ? volumeFindings({ definition, path: paths.target, unitsPerDay })
      : []),
    ...retentionFindings({ definition, inspection, at, path: paths.window }),
    ...unanswered.map(({ path, message }) => ({
      severity: 'info' as const,
      check: 'source' as const,
      path,
      message: `could not be looked into: ${message}`,
      fix: 'Ask again later; a query that is too slow here is slow every minute',
    })),
  ];
}
