import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import { exampleDocument } from '@plimsoll/plugin-slo-common';

/** The twelve lines that create the first objective of an entity. */
export function firstObjectiveDocument(entity: Entity): string {
  const { name, namespace = DEFAULT_NAMESPACE } = entity.metadata;
  return exampleDocument({ serviceName: name, namespace, kind: entity.kind });
}
