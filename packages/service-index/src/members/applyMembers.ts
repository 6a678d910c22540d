import type { Knex } from 'knex';
import { selectGroupsBelow } from '../groups/selectGroupsBelow';
import type { AskedEntity } from './askedEntity';

/**
 * Narrows a query to what an entity stands for: the service itself, or the
 * components of a system, of a domain, or of a group and all groups below it.
 *
 * @param options.column - qualified column that holds the service's ref
 * @param options.kinds - what counts as a member, in lower case; components by
 * default
 * @public
 */
export function applyMembers(
  query: Knex.QueryBuilder,
  options: { entity: AskedEntity; column: string; kinds?: readonly string[] },
): void {
  const { entity, column, kinds = ['component'] } = options;
  const { entityRef } = entity;
  if (!entity.isRollup) {
    query.where(column, entityRef);
    return;
  }
  query.whereIn(column, services => {
    services
      .select('member.entity_ref')
      .from('service_index as member')
      .whereIn('member.kind', kinds);
    if (entityRef.startsWith('system:')) {
      services.where('member.system_ref', entityRef);
    } else if (entityRef.startsWith('domain:')) {
      services.where('member.domain_ref', entityRef);
    } else {
      services.whereIn('member.entity_ref', owned =>
        owned
          .select('entity_ref')
          .from('service_index_owner')
          .whereIn('owner_ref', below => selectGroupsBelow(below, entityRef)),
      );
    }
  });
}
