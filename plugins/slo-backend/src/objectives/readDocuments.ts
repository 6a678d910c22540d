import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** The SLO and SLI entities of the catalog. */
export interface CatalogDocuments {
  slos: Entity[];
  slis: Entity[];
}

const FIELDS = ['apiVersion', 'kind', 'metadata', 'spec'];

/**
 * Reads every SLO and SLI entity, in pages. Throws when the catalog cannot be
 * read to the end, so that half an answer is never taken for the whole.
 */
export async function readDocuments(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}): Promise<CatalogDocuments> {
  const { catalog, credentials, signal } = options;
  const documents: CatalogDocuments = { slos: [], slis: [] };
  const pages = catalog.streamEntities(
    { filter: { kind: ['slo', 'sli'] }, fields: FIELDS },
    { credentials },
  );
  for await (const page of pages) {
    signal?.throwIfAborted();
    for (const entity of page) {
      const isSlo = entity.kind.toLocaleLowerCase('en-US') === 'slo';
      (isSlo ? documents.slos : documents.slis).push(entity);
    }
  }
  return documents;
}
