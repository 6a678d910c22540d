import type { Knex } from 'knex';
import {
  applyObjectiveScope,
  type ObjectiveScope,
} from '../../permissions/ObjectiveScope';

/**
 * Names what a caller may see by the very condition that the database is
 * given: two scopes have one key only if they let through the same rows.
 */
export function scopeKey(options: {
  client: Knex;
  scope: ObjectiveScope;
}): string {
  const { client, scope } = options;
  const query = client.queryBuilder().from('slo_objective as o');
  applyObjectiveScope(query, { scope, column: 'o.entity_ref' });
  const { sql, bindings } = query.toSQL();
  return JSON.stringify([scope.kind, sql, bindings]);
}
