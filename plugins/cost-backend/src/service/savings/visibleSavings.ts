import type { Knex } from 'knex';
import type { CostView } from '../../permissions/CostAccess';
import { applyOwnerScope } from './applyOwnerScope';

/**
 * The savings that the caller may see, each with its `place` among them, from
 * 1. The places that they are kept with would tell how many there are of hidden
 * services, and how large.
 *
 * @returns a query over `s`: what lists filter and sort by, and `place`
 */
export function visibleSavings(options: {
  client: Knex;
  view: CostView;
  currency: string;
}): Knex.QueryBuilder {
  const { client, view, currency } = options;
  const visible = client('cost_saving as v').where('v.currency', currency);
  applyOwnerScope(visible, { view, column: 'v.entity_ref' });
  visible.select(
    'v.id',
    'v.entity_ref',
    'v.applied_at',
    'v.guard',
    'v.realisable',
    client.raw('row_number() over (order by v.position, v.id) as place'),
  );
  return client.from(visible.as('s'));
}
