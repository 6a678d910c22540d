import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.annotations',
];

/**
 * The annotations of services, by ref, as far as the caller may see them.
 *
 * @param options.entityRefs - a page of them
 */
export async function annotationsOf(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  entityRefs: string[];
}): Promise<Map<string, Record<string, string> | undefined>> {
  const { catalog, credentials, entityRefs } = options;
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs, fields: FIELDS },
    { credentials },
  );
  return new Map(
    items.flatMap(entity =>
      entity ? [[stringifyEntityRef(entity), entity.metadata.annotations]] : [],
    ),
  );
}
