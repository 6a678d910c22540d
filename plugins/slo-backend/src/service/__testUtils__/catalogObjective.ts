import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import { objectiveDefinition } from '../../database/__testUtils__/insertObjectives';
import type { CatalogObjective } from '../../objectives/CatalogObjective';

/** An objective as the catalog's follower would hand it to the store. */
export function catalogObjective(
  definition: Partial<ObjectiveDefinition> = {},
  overrides: Partial<CatalogObjective> = {},
): CatalogObjective {
  const complete = objectiveDefinition(definition);
  return {
    definition: complete,
    indicatorKind: complete.indicator.kind,
    document: { apiVersion: 'openslo/v1', kind: 'SLO' },
    location: 'url:https://git.example/slo.yaml',
    faults: [],
    ...overrides,
  };
}
