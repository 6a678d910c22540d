import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import {
  parseOpenSloDocument,
  type SliDocument,
} from '@plimsoll/plugin-slo-common';

/**
 * Finds SLI documents by namespace and name. A document that cannot be read is
 * not found, and is read only when somebody asks for it.
 */
export function indicatorsByName(
  entities: Entity[],
): (namespace: string, name: string) => SliDocument | undefined {
  const byName = new Map(
    entities.map(entity => [
      keyOf(
        entity.metadata.namespace ?? DEFAULT_NAMESPACE,
        entity.metadata.name,
      ),
      entity,
    ]),
  );
  const read = new Map<string, SliDocument | undefined>();
  return (namespace, name) => {
    const key = keyOf(namespace, name);
    if (!read.has(key)) {
      read.set(key, readIndicator(byName.get(key)));
    }
    return read.get(key);
  };
}

function readIndicator(entity: Entity | undefined): SliDocument | undefined {
  if (!entity) {
    return undefined;
  }
  const { document } = parseOpenSloDocument(entity, { fromCatalog: true });
  return document?.kind === 'SLI' ? document : undefined;
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`.toLocaleLowerCase('en-US');
}
