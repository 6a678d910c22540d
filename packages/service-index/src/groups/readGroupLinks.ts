import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_CHILD_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { GroupLink } from './GroupLink';

const FIELDS = ['kind', 'metadata.name', 'metadata.namespace', 'relations'];

/**
 * Reads which groups of the catalog are directly above which, as either end
 * says it. Throws when the catalog cannot be read to the end, so that half an
 * answer is never taken for the whole.
 */
export async function readGroupLinks(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}): Promise<GroupLink[]> {
  const { catalog, credentials, signal } = options;
  const links = new Map<string, GroupLink>();
  const pages = catalog.streamEntities(
    { filter: { kind: 'group' }, fields: FIELDS },
    { credentials },
  );
  for await (const page of pages) {
    signal?.throwIfAborted();
    for (const link of page.flatMap(linksOf)) {
      links.set(`${link.parentRef} ${link.childRef}`, link);
    }
  }
  return [...links.values()];
}

function linksOf(entity: Entity): GroupLink[] {
  const ref = stringifyEntityRef(entity);
  return (entity.relations ?? []).flatMap(({ type, targetRef }) => {
    const other = targetRef.toLocaleLowerCase('en-US');
    if (!other.startsWith('group:')) {
      return [];
    }
    if (type === RELATION_PARENT_OF) {
      return [{ parentRef: ref, childRef: other }];
    }
    return type === RELATION_CHILD_OF
      ? [{ parentRef: other, childRef: ref }]
      : [];
  });
}
