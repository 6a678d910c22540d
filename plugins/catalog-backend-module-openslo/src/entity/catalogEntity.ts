import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  OPENSLO_INERT_KINDS,
  type OpenSloDocument,
} from '@plimsoll/plugin-slo-common';
import { OPENSLO_LABELS_ANNOTATION, flattenLabels } from './flattenLabels';

/**
 * The entity that a document becomes. Kind, namespace and name stay as they
 * are; of the inert kinds nothing but the metadata is kept.
 */
export function catalogEntity(
  entity: Entity,
  document: OpenSloDocument,
): Entity {
  const { labels, original } = flattenLabels(document.metadata.labels);
  const isInert = OPENSLO_INERT_KINDS.some(kind => kind === document.kind);
  const { displayName: title } = document.metadata;
  const description =
    'description' in document.spec ? document.spec.description : undefined;
  const { spec: _, ...root } = entity;
  return {
    ...root,
    metadata: {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...entity.metadata,
      ...(document.metadata.labels && { labels }),
      annotations: {
        ...entity.metadata.annotations,
        ...(original !== undefined && {
          [OPENSLO_LABELS_ANNOTATION]: original,
        }),
      },
    },
    // The reader's copy holds no field that it does not know, and no address
    // that alerts are sent to.
    ...(!isInert && { spec: document.spec as unknown as JsonObject }),
  };
}
