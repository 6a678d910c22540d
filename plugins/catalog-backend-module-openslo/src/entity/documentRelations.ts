import {
  type CompoundEntityRef,
  type Entity,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  type OpenSloDocument,
  RELATION_INDICATOR_OF,
  RELATION_MEASURED_BY,
  RELATION_MEASURES,
  RELATION_USES_INDICATOR,
  serviceEntityRef,
} from '@plimsoll/plugin-slo-common';

/** A relation as the catalog takes it: one direction. */
export interface DocumentRelation {
  source: CompoundEntityRef;
  type: string;
  target: CompoundEntityRef;
}

/**
 * What an SLO is related to, in both directions: the service that it measures
 * and the SLIs that it names. Other kinds have no relations of their own.
 */
export function documentRelations(
  entity: Entity,
  document: OpenSloDocument,
): DocumentRelation[] {
  if (document.kind !== 'SLO') {
    return [];
  }
  const self = getCompoundEntityRef(entity);
  const relations: DocumentRelation[] = [];
  const relate = (target: CompoundEntityRef, to: string, from: string) =>
    relations.push(
      { source: self, type: to, target },
      { source: target, type: from, target: self },
    );

  const service = serviceEntityRef({
    service: document.spec.service,
    namespace: self.namespace,
  });
  if ('entityRef' in service) {
    relate(
      parseEntityRef(service.entityRef),
      RELATION_MEASURES,
      RELATION_MEASURED_BY,
    );
  }
  const indicators = [document.spec, ...document.spec.objectives].flatMap(
    ({ indicatorRef }) => indicatorRef ?? [],
  );
  for (const name of new Set(indicators)) {
    relate(
      { kind: 'SLI', namespace: self.namespace, name },
      RELATION_USES_INDICATOR,
      RELATION_INDICATOR_OF,
    );
  }
  return relations;
}
