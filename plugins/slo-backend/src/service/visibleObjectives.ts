import type { Knex } from 'knex';
import {
  applyObjectiveScope,
  type ObjectiveScope,
} from '../permissions/ObjectiveScope';

/**
 * The objectives that a caller may see, with their status: `o` is
 * `slo_objective`, `s` is `slo_status`. Every list, count, total and single
 * objective starts from here, so that none of them shows more than another.
 *
 * @param options.includeRemoved - also those whose document is gone
 */
export function visibleObjectives(options: {
  client: Knex;
  scope: ObjectiveScope;
  includeRemoved?: boolean;
}): Knex.QueryBuilder {
  const { client, scope, includeRemoved = false } = options;
  const query = client('slo_objective as o').join(
    'slo_status as s',
    's.objective_id',
    'o.id',
  );
  if (!includeRemoved) {
    query.whereNull('o.removed_at');
  }
  applyObjectiveScope(query, { scope, column: 'o.entity_ref' });
  return query;
}
