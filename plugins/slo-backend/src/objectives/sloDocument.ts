import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  DEFAULT_NAMESPACE,
  type Entity,
} from '@backstage/catalog-model';

/** Fields of the metadata that OpenSLO knows. */
const OWN_METADATA = ['name', 'displayName', 'labels', 'annotations'];
const BACKSTAGE_PREFIX = 'backstage.io/';

/** The document that an entity was made of, without what the catalog added. */
export function sloDocument(entity: Entity): Record<string, unknown> {
  const { namespace = DEFAULT_NAMESPACE } = entity.metadata;
  const metadata = Object.fromEntries(
    OWN_METADATA.map(key => [key, entity.metadata[key]]).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const annotations = Object.entries(entity.metadata.annotations ?? {}).filter(
    ([key]) => !key.startsWith(BACKSTAGE_PREFIX),
  );
  delete metadata.annotations;
  return {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata: {
      ...metadata,
      ...(namespace !== DEFAULT_NAMESPACE && { namespace }),
      ...(annotations.length > 0 && {
        annotations: Object.fromEntries(annotations),
      }),
    },
    spec: entity.spec,
  };
}

/** Where the catalog says that an entity was read from. */
export function sloLocation(entity: Entity): string | undefined {
  const { annotations } = entity.metadata;
  return (
    annotations?.[ANNOTATION_SOURCE_LOCATION] ??
    annotations?.[ANNOTATION_LOCATION]
  );
}
