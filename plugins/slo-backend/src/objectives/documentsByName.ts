import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import {
  type OpenSloDocument,
  parseOpenSloDocument,
} from '@plimsoll/plugin-slo-common';

/** The document of one kind. */
type DocumentOf<TKind> = Extract<OpenSloDocument, { kind: TKind }>;

/**
 * Finds documents of one kind by namespace and name. A document that cannot be
 * read is not found, and is read only when somebody asks for it.
 */
export function documentsByName<
  TKind extends 'SLI' | 'AlertPolicy' | 'AlertCondition',
>(
  kind: TKind,
  entities: Entity[],
): (namespace: string, name: string) => DocumentOf<TKind> | undefined {
  const byName = new Map(
    entities.map(entity => [
      keyOf(
        entity.metadata.namespace ?? DEFAULT_NAMESPACE,
        entity.metadata.name,
      ),
      entity,
    ]),
  );
  const read = new Map<string, DocumentOf<TKind> | undefined>();
  return (namespace, name) => {
    const key = keyOf(namespace, name);
    if (!read.has(key)) {
      read.set(key, readDocument(kind, byName.get(key)));
    }
    return read.get(key);
  };
}

function readDocument<TKind extends OpenSloDocument['kind']>(
  kind: TKind,
  entity: Entity | undefined,
): DocumentOf<TKind> | undefined {
  if (!entity) {
    return undefined;
  }
  const { document } = parseOpenSloDocument(entity, { fromCatalog: true });
  return document && isOf(kind, document) ? document : undefined;
}

function isOf<TKind extends OpenSloDocument['kind']>(
  kind: TKind,
  document: OpenSloDocument,
): document is DocumentOf<TKind> {
  return document.kind === kind;
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`.toLocaleLowerCase('en-US');
}
