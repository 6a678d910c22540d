import type { Entity } from '@backstage/catalog-model';
import type { AlphaEntity } from '@backstage/catalog-model/alpha';
import type { Fault } from '@plimsoll/plugin-slo-common';

/** Type of the status items that the catalog's OpenSLO module writes. */
const OPENSLO_STATUS_TYPE = 'plimsoll.dev/openslo';

/** What has no effect in a document, as the catalog holds it in its status. */
export function documentWarnings(entity: Entity): Fault[] {
  const { items = [] } = (entity as AlphaEntity).status ?? {};
  return items
    .filter(({ type }) => type === OPENSLO_STATUS_TYPE)
    .map(({ message }) => {
      // A path has no spaces; the sentence goes on after it.
      const end = message.indexOf(' ');
      return {
        path: message.slice(0, Math.max(0, end)),
        message: message.slice(end + 1),
        severity: 'warning',
      };
    });
}
