import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** The OpenSLO entities of the catalog that objectives are made of. */
export interface CatalogDocuments {
  slos: Entity[];
  slis: Entity[];
  alertPolicies: Entity[];
  alertConditions: Entity[];
}

/** Where each kind belongs, in lower case. */
const PLACES = new Map<string, keyof CatalogDocuments>([
  ['slo', 'slos'],
  ['sli', 'slis'],
  ['alertpolicy', 'alertPolicies'],
  ['alertcondition', 'alertConditions'],
]);

const FIELDS = ['apiVersion', 'kind', 'metadata', 'spec'];

/**
 * Reads every entity of these kinds, all by default, in pages. Throws when the catalog cannot
 * be read to the end, so that half an answer is never taken for the whole.
 */
export async function readDocuments(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  kinds?: string[];
  signal?: AbortSignal;
}): Promise<CatalogDocuments> {
  const { catalog, credentials, kinds = [...PLACES.keys()], signal } = options;
  const documents: CatalogDocuments = {
    slos: [],
    slis: [],
    alertPolicies: [],
    alertConditions: [],
  };
  const pages = catalog.streamEntities(
    { filter: { kind: kinds }, fields: FIELDS },
    { credentials },
  );
  for await (const page of pages) {
    signal?.throwIfAborted();
    for (const entity of page) {
      const place = PLACES.get(entity.kind.toLocaleLowerCase('en-US'));
      if (place) {
        documents[place].push(entity);
      }
    }
  }
  return documents;
}
