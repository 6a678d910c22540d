import type { Knex } from 'knex';

/**
 * Makes a subquery select a group and all groups below it. It ends also where
 * groups go in circles, since `union` takes no row twice.
 */
export function selectGroupsBelow(
  query: Knex.QueryBuilder,
  groupRef: string,
): void {
  const family = query.client.raw(
    `select cast(? as text) as ref
     union
     select link.child_ref
     from service_index_group as link
     join family on family.ref = link.parent_ref`,
    [groupRef],
  );
  query.withRecursive('family', family).select('ref').from('family');
}
