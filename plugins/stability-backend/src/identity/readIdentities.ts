import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  IDENTITY_ANNOTATIONS,
  LOCATION_ANNOTATIONS,
  namesOfEntity,
} from './annotations';
import type { IdentityName } from './IdentityNames';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  ...[...Object.keys(IDENTITY_ANNOTATIONS), ...LOCATION_ANNOTATIONS].map(
    annotation => `metadata.annotations.${annotation}`,
  ),
];

/**
 * Reads the names of every component, in pages. Throws when the catalog cannot
 * be read to the end, so that half an answer is never taken for the whole.
 */
export async function readIdentities(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}): Promise<IdentityName[]> {
  const { catalog, credentials, signal } = options;
  const names: IdentityName[] = [];
  const pages = catalog.streamEntities(
    { filter: { kind: 'component' }, fields: FIELDS },
    { credentials },
  );
  for await (const page of pages) {
    signal?.throwIfAborted();
    for (const entity of page) {
      names.push(...namesOfEntity(entity, stringifyEntityRef(entity)));
    }
  }
  return names;
}
