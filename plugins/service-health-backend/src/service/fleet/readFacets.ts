import type { FleetStrip } from '@plimsoll/plugin-service-health-common';
import type { Knex } from 'knex';
import { type FleetView, visibleRows } from './FleetView';

const MOST = 1_000;

/** Values that filters may take, of visible services. */
export async function readFacets(options: {
  context: { client: Knex };
  view: FleetView;
}): Promise<FleetStrip['facets']> {
  const { context, view } = options;
  const { client } = context;
  const refs = () => visibleRows({ client, view }).select('s.entity_ref');
  const valuesOf = (rows: Knex.QueryBuilder, column: string) =>
    rows
      .whereNotNull(column)
      .distinct(column)
      .orderBy(column)
      .limit(MOST)
      .pluck(column);
  const [owners, systems, lifecycles, tiers] = await Promise.all([
    valuesOf(
      client('service_index_owner').whereIn('entity_ref', refs()),
      'owner_ref',
    ),
    valuesOf(
      client('service_index').whereIn('entity_ref', refs()),
      'system_ref',
    ),
    valuesOf(visibleRows({ client, view }), 's.lifecycle'),
    valuesOf(visibleRows({ client, view }), 's.tier'),
  ]);
  return { owners, systems, lifecycles, tiers };
}
