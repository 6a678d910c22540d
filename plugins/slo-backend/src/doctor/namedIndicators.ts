import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SliDocument } from '@plimsoll/plugin-slo-common';
import type { CheckText } from '@plimsoll/plugin-slo-common/doctor';
import { documentsByName } from '../objectives/documentsByName';

const MAX_INDICATORS = 100;

/**
 * The SLIs of the catalog that SLOs of a text name and the text does not hold
 * itself.
 *
 * @param options.credentials - on whose behalf the catalog is read
 */
export async function namedIndicators(options: {
  text: CheckText;
  catalog: CatalogService;
  credentials: BackstageCredentials;
}): Promise<
  (place: { namespace: string; name: string }) => SliDocument | undefined
> {
  const { text, catalog, credentials } = options;
  const entityRefs = [...new Set(refsOf(text))].slice(0, MAX_INDICATORS);
  if (entityRefs.length === 0) {
    return () => undefined;
  }
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs, fields: ['apiVersion', 'kind', 'metadata', 'spec'] },
    { credentials },
  );
  const find = documentsByName(
    'SLI',
    items.flatMap(entity => entity ?? []),
  );
  return ({ namespace, name }) => find(namespace, name);
}

function refsOf({ documents }: CheckText): string[] {
  const own = new Set(
    documents.map(({ document: { kind, metadata } }) =>
      refOf(kind, metadata.namespace, metadata.name),
    ),
  );
  return documents.flatMap(({ document }) => {
    if (document.kind !== 'SLO') {
      return [];
    }
    const { spec, metadata } = document;
    return [spec, ...spec.objectives].flatMap(({ indicatorRef }) => {
      const ref =
        indicatorRef && refOf('SLI', metadata.namespace, indicatorRef);
      return ref && !own.has(ref) ? [ref] : [];
    });
  });
}

function refOf(
  kind: string,
  namespace: string = DEFAULT_NAMESPACE,
  name: string,
): string {
  return stringifyEntityRef({ kind, namespace, name });
}
