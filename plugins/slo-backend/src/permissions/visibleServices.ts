import type { Knex } from 'knex';
import { applyObjectiveScope, type ObjectiveScope } from './ObjectiveScope';

/**
 * Of some services those whose objectives a caller may see. Who may see all,
 * may see those of a service that the catalog does not know yet; for others it
 * belongs to nobody.
 */
export async function visibleServices(options: {
  client: Knex;
  scope: ObjectiveScope;
  entityRefs: string[];
}): Promise<ReadonlySet<string>> {
  const { client, scope, entityRefs } = options;
  if (scope.kind === 'all' || entityRefs.length === 0) {
    return new Set(entityRefs);
  }
  const query = client('service_index')
    .whereIn('service_index.entity_ref', entityRefs)
    .select('service_index.entity_ref');
  applyObjectiveScope(query, { scope, column: 'service_index.entity_ref' });
  const rows: Array<{ entity_ref: string }> = await query;
  return new Set(rows.map(row => row.entity_ref));
}
