import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  DEFAULT_NAMESPACE,
  type Entity,
} from '@backstage/catalog-model';

/** Where the catalog module keeps labels that Backstage could not hold. */
const LABELS_ANNOTATION = 'plimsoll.dev/openslo-labels';
const CATALOG_PREFIX = 'backstage.io/';

/**
 * The OpenSLO document that an entity was made of, as its author wrote it:
 * without what the catalog added.
 *
 * @public
 */
export function authoredDocument(entity: Entity): Record<string, unknown> {
  const { apiVersion, kind, spec } = entity;
  const { uid, etag, namespace, annotations, labels, ...metadata } =
    entity.metadata;
  const { title, description, ...names } = metadata;
  const own = Object.entries(annotations ?? {}).filter(
    ([key]) => key !== LABELS_ANNOTATION && !key.startsWith(CATALOG_PREFIX),
  );
  const written = writtenLabels(entity) ?? labels;
  return {
    apiVersion,
    kind,
    metadata: {
      ...names,
      // What the catalog's metadata only repeat was written elsewhere.
      ...(title !== undefined && title !== names.displayName && { title }),
      ...(description !== undefined &&
        description !== spec?.description && { description }),
      ...(namespace && namespace !== DEFAULT_NAMESPACE && { namespace }),
      ...(written && { labels: written }),
      ...(own.length > 0 && { annotations: Object.fromEntries(own) }),
    },
    spec,
  };
}

/**
 * Where the catalog says that an entity was read from.
 *
 * @public
 */
export function documentLocation(entity: Entity): string | undefined {
  const { annotations } = entity.metadata;
  return (
    annotations?.[ANNOTATION_SOURCE_LOCATION] ??
    annotations?.[ANNOTATION_LOCATION]
  );
}

function writtenLabels(entity: Entity): unknown {
  const text = entity.metadata.annotations?.[LABELS_ANNOTATION];
  if (text === undefined) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    // Anybody may write this annotation; then the flattened labels are shown.
    return undefined;
  }
}
