import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { COST_ANNOTATIONS } from './annotations';
import type { Claims } from './CatalogClaims';
import { dependenciesOf } from './dependenciesOf';
import { mappingOf } from './mappingOf';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'relations',
  ...COST_ANNOTATIONS.map(name => `metadata.annotations.${name}`),
];

/**
 * Reads what components and resources claim, in pages. Throws when the catalog
 * cannot be read to the end, so that half an answer is never taken for the
 * whole.
 */
export async function readClaims(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}): Promise<Claims> {
  const { catalog, credentials, signal } = options;
  const entities: Entity[] = [];
  const pages = catalog.streamEntities(
    { filter: { kind: ['component', 'resource'] }, fields: FIELDS },
    { credentials },
  );
  for await (const page of pages) {
    signal?.throwIfAborted();
    entities.push(...page);
  }
  return {
    mapping: mappingOf({ entities }),
    dependencies: dependenciesOf({ entities }),
  };
}
