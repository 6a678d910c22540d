import {
  indicatorPlace,
  objectiveDefinitions,
} from '@plimsoll/plugin-slo-common';
import type { FoundObjective } from '@plimsoll/plugin-slo-node';
import type { CatalogObjective } from '../objectives/CatalogObjective';
import type { ObjectiveSources } from '../objectives/ObjectiveSources';
import { sourceFaults } from '../objectives/sourceFaults';
import { ruleEntity } from './ruleEntity';
import { toRuleDocument } from './toRuleDocument';

/** An SLO of another tool, on the same road as a document of the catalog. */
export function toRuleObjective(options: {
  found: FoundObjective;
  /** Name of the metrics source that it was found in. */
  source: string;
  /** Its service. */
  entityRef: string;
  sources: ObjectiveSources;
}): CatalogObjective {
  const { found, source, entityRef, sources } = options;
  const { origin, id } = found;
  const entity = ruleEntity({ origin, source, id });
  const document = toRuleDocument({ found, source, entityRef, ...entity });
  const [{ definition, known, faults }] = objectiveDefinitions({
    document,
    entity,
    resolveIndicator: () => undefined,
  });
  const { indicatorKind, ...rest } = known;
  return {
    origin,
    definition: definition ?? rest,
    indicatorKind,
    document: { ...document },
    faults: definition
      ? sourceFaults({
          definition,
          sources,
          place: indicatorPlace(document, 0),
        })
      : faults,
  };
}
