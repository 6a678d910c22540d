import type { AlphaEntity } from '@backstage/catalog-model/alpha';
import type { Entity } from '@backstage/catalog-model';
import type { Fault } from '@plimsoll/plugin-slo-common';

/** Type of the status items that hold a document's warnings. @public */
export const OPENSLO_STATUS_TYPE = 'plimsoll.dev/openslo';

/** Puts what has no effect, or is refused elsewhere, into the status. */
export function withWarnings(entity: Entity, warnings: Fault[]): Entity {
  if (warnings.length === 0) {
    return entity;
  }
  const status: AlphaEntity['status'] = {
    items: warnings.map(({ path, message }) => ({
      type: OPENSLO_STATUS_TYPE,
      level: 'warning',
      message: `${path} ${message}`,
    })),
  };
  return { ...entity, status } as AlphaEntity;
}
