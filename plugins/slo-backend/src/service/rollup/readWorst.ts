import type {
  ObjectiveStatus,
  RollupRequest,
} from '@plimsoll/plugin-slo-common';
import { applyOrder, checkLimit, repeatOrder } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { OBJECTIVE_ORDERS } from '../list/objectiveOrders';
import {
  rowService,
  type RowServiceColumns,
  selectRowService,
} from '../list/rowService';
import type { SloContext } from '../SloContext';
import { selectStatus, type StatusRow } from '../status/StatusRow';
import { toObjectiveStatus } from '../status/toObjectiveStatus';
import { type RolledUp, rolledUpObjectives } from './rolledUpObjectives';

const TERMS = OBJECTIVE_ORDERS.worst;

/**
 * The worst objectives, or the worst one of each service; worst first.
 *
 * @throws InputError when the limit is no whole number
 */
export async function readWorst(
  options: RolledUp & {
    sources: SloContext['sources'];
    limit: number;
    each: NonNullable<RollupRequest['each']>;
  },
): Promise<ObjectiveStatus[]> {
  const { client, sources, limit, each } = options;
  checkLimit(limit);
  const ids =
    each === 'service' ? worstOfEach(options) : rolledUpObjectives(options);
  applyOrder(ids, TERMS);
  ids.select('o.id').limit(limit);
  // Only ids are sorted, as in lists: texts would be carried along.
  const query = client(ids.as('page'))
    .join('slo_objective as o', 'o.id', 'page.id')
    .join('slo_status as s', 's.objective_id', 'page.id');
  repeatOrder(query, { terms: TERMS, table: 'page' });
  const rows: Array<StatusRow & RowServiceColumns> = await selectRowService(
    selectStatus(query),
  );
  return rows.map(row =>
    toObjectiveStatus({
      row,
      service: rowService(row),
      demo: sources.get(row.source)?.demo ?? false,
    }),
  );
}

function worstOfEach(options: RolledUp): Knex.QueryBuilder {
  const { client } = options;
  const order = TERMS.map(({ sql, direction }) => `${sql} ${direction}`);
  const ranked = rolledUpObjectives(options).select('o.id', {
    place: client.raw(
      `row_number() over (partition by o.entity_ref order by ${order.join(
        ', ',
      )})`,
    ),
  });
  return client(ranked.as('ranked'))
    .join('slo_objective as o', 'o.id', 'ranked.id')
    .join('slo_status as s', 's.objective_id', 'ranked.id')
    .where('ranked.place', 1);
}
