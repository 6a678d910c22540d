import type { Knex } from 'knex';
import type { CostView } from '../../permissions/CostAccess';
import { applyOwnerScope } from './applyOwnerScope';

/**
 * The places of savings among those that the caller may see, from 1: a place
 * among all would tell how many there are of hidden services, and how large.
 *
 * @returns places by the id of the saving
 */
export async function visiblePlaces(options: {
  client: Knex;
  view: CostView;
  currency: string;
  ids: readonly string[];
}): Promise<Map<string, number>> {
  const { client, view, currency, ids } = options;
  const visible = client('cost_saving as s').where('s.currency', currency);
  applyOwnerScope(visible, { view, column: 's.entity_ref' });
  visible.select(
    's.id',
    client.raw('row_number() over (order by s.position, s.id) as place'),
  );
  const rows: Array<{ id: string; place: string | number }> = await client
    .from(visible.as('visible'))
    .whereIn('id', [...ids])
    .select('id', 'place');
  return new Map(rows.map(({ id, place }) => [id, Number(place)]));
}
