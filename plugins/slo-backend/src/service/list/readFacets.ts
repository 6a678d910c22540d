import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import {
  applyObjectiveScope,
  type ObjectiveScope,
} from '../../permissions/ObjectiveScope';

/** Owners and systems of the visible objectives, whatever they are filtered by. */
export async function readFacets(options: {
  client: Knex;
  scope: ObjectiveScope;
}): Promise<ObjectivePage['facets']> {
  return {
    owners: await distinct({
      ...options,
      table: 'service_index_owner',
      column: 'owner_ref',
    }),
    systems: await distinct({
      ...options,
      table: 'service_index',
      column: 'system_ref',
    }),
  };
}

/** Values of services that have a visible objective. */
async function distinct(options: {
  client: Knex;
  scope: ObjectiveScope;
  table: string;
  column: string;
}): Promise<string[]> {
  const { client, scope, table, column } = options;
  const query = client(table)
    .whereNotNull(column)
    .whereExists(
      client('slo_objective as o')
        .select(client.raw('1'))
        .whereNull('o.removed_at')
        .where('o.entity_ref', client.ref(`${table}.entity_ref`)),
    )
    .distinct()
    .orderBy(column)
    .pluck(column);
  applyObjectiveScope(query, { scope, column: `${table}.entity_ref` });
  return query;
}
