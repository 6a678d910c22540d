import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import {
  authoredDocument,
  documentLocation,
  type Fault,
  indicatorPlace,
  objectiveDefinitions,
  OPENSLO_API_VERSIONS,
  parseOpenSloDocument,
  type ResolvedObjective,
  type SloDocument,
} from '@plimsoll/plugin-slo-common';
import type { CatalogObjective } from './CatalogObjective';
import { documentsByName } from './documentsByName';
import type { ObjectiveSources } from './ObjectiveSources';
import type { CatalogDocuments } from './readDocuments';
import { sourceFaults } from './sourceFaults';

/** An SLO entity that is no OpenSLO document. */
export interface RefusedDocument {
  name: string;
  faults: Fault[];
}

/** All that the documents of the catalog come to. */
export interface ResolvedObjectives {
  objectives: CatalogObjective[];
  refused: RefusedDocument[];
}

/**
 * The objectives of all SLO entities with their references resolved, each with
 * the faults that keep it from being measured. An SLO of another make than
 * OpenSLO is none of ours.
 *
 * @returns steps of a document each, since there may be tens of thousands
 */
export function* resolveObjectives(options: {
  documents: CatalogDocuments;
  sources: ObjectiveSources;
}): Generator<undefined, ResolvedObjectives, void> {
  const { documents, sources } = options;
  const findIndicator = documentsByName('SLI', documents.slis);
  const findPolicy = documentsByName('AlertPolicy', documents.alertPolicies);
  const findCondition = documentsByName(
    'AlertCondition',
    documents.alertConditions,
  );
  const objectives: CatalogObjective[] = [];
  const refused: RefusedDocument[] = [];
  for (const entity of documents.slos.filter(isOpenSlo)) {
    yield;
    const { namespace = DEFAULT_NAMESPACE, name } = entity.metadata;
    const parsed = parseOpenSloDocument(entity, { fromCatalog: true });
    if (parsed.document?.kind !== 'SLO') {
      refused.push({
        name: `${namespace}/${name}`,
        faults: parsed.faults ?? [],
      });
      continue;
    }
    const { document } = parsed;
    const resolved = objectiveDefinitions({
      document,
      entity: { kind: entity.kind, namespace, name },
      resolveIndicator: sli => findIndicator(namespace, sli),
      resolveAlertPolicy: policy => findPolicy(namespace, policy),
      resolveAlertCondition: condition => findCondition(namespace, condition),
    });
    resolved.forEach((objective, index) =>
      objectives.push(
        toCatalogObjective({ entity, document, objective, index, sources }),
      ),
    );
  }
  return { objectives, refused };
}

function isOpenSlo(entity: Entity): boolean {
  return OPENSLO_API_VERSIONS.some(version => version === entity.apiVersion);
}

function toCatalogObjective(options: {
  entity: Entity;
  document: SloDocument;
  objective: ResolvedObjective;
  index: number;
  sources: ObjectiveSources;
}): CatalogObjective {
  const { entity, document, objective, index, sources } = options;
  const { definition, faults, notices, known } = objective;
  const { indicatorKind, ...rest } = known;
  return {
    definition: definition ?? rest,
    indicatorKind: definition?.indicator.kind ?? indicatorKind,
    document: authoredDocument(entity),
    location: documentLocation(entity),
    notices,
    faults: definition
      ? sourceFaults({
          definition,
          sources,
          place: indicatorPlace(document, index),
        })
      : faults,
  };
}
