import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';

/** Owners and systems of the visible objectives, whatever they are filtered by. */
export async function readFacets(options: {
  client: Knex;
  visible(): Knex.QueryBuilder;
}): Promise<ObjectivePage['facets']> {
  const { client, visible } = options;
  const owners: string[] = await client('service_index_owner')
    .whereIn('entity_ref', visible().select('o.entity_ref'))
    .distinct()
    .orderBy('owner_ref')
    .pluck('owner_ref');
  const systems: string[] = await client('service_index')
    .whereIn('entity_ref', visible().select('o.entity_ref'))
    .whereNotNull('system_ref')
    .distinct()
    .orderBy('system_ref')
    .pluck('system_ref');
  return { owners, systems };
}
