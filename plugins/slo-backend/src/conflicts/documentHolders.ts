import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { OPENSLO_LIVE_KINDS } from '@plimsoll/plugin-slo-common';

/** Which location the catalog has each OpenSLO document from, by ref. */
export async function documentHolders(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}): Promise<Map<string, string>> {
  const { catalog, credentials, signal } = options;
  const holders = new Map<string, string>();
  const pages = catalog.streamEntities(
    {
      filter: { kind: [...OPENSLO_LIVE_KINDS] },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.annotations',
      ],
    },
    { credentials },
  );
  for await (const page of pages) {
    signal?.throwIfAborted();
    for (const entity of page) {
      const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
      if (location) {
        holders.set(stringifyEntityRef(entity), location);
      }
    }
  }
  return holders;
}
