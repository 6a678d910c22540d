import type {
  CostServicePage,
  CostServiceRow,
  ListCostServicesRequest,
} from '@plimsoll/plugin-cost-common';
import { checkRefs, type RowPage, readPage } from '@plimsoll/plugin-database';
import { askedEntity } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { ServiceDigest } from '../../derive/ServiceDigest';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import type { CostRange } from '../range/CostRange';
import { findMembers } from '../members/findMembers';
import { readRange } from '../range/readRange';
import type { BillState } from '../state/BillState';
import { readProof } from '../state/readProof';
import { applyServiceFilter } from './applyServiceFilter';
import { listGroups } from './listGroups';
import { readChanges } from './readChanges';
import { readVisible } from './readVisible';
import { serviceOrder } from './serviceOrders';
import { toServiceRow } from './toServiceRow';

const DEFAULT_LIMIT = 25;

/** @see listServices */
export interface ListServicesOptions {
  context: CostContext;
  view: CostView;
  request: ListCostServicesRequest;
}

/**
 * One page of the fleet, dearest first, with what all of it costs together:
 * what the caller may see, and no more.
 *
 * @throws InputError when the range or a ref is none, the owner is a person, or
 * the cursor is of another order
 * @throws NotFoundError when an owner or a system has no service to be seen
 */
export async function listServices(
  options: ListServicesOptions,
): Promise<CostServicePage> {
  const { context, view, request } = options;
  const { client } = context;
  const { owner, system } = request;
  checkRefs({ owner, system });
  for (const ref of [owner, system].filter(one => one !== undefined)) {
    const entity = askedEntity(ref);
    await findMembers({ client, scope: view.scope, entity });
  }
  const { state, range } = await readRange(options);
  const { groupBy = 'service' } = request;
  const [page, visible, proof] = await Promise.all([
    groupBy === 'service'
      ? pageOfServices({ ...options, range, state })
      : listGroups({ ...options, groupBy, range, state }),
    readVisible({
      client,
      scope: view.scope,
      filter: request,
      range,
      since: state.since,
    }),
    readProof({ client, state, range, view }),
  ]);
  return { ...page, visible, ...(context.demo && { demo: true }), proof };
}

interface ListedRow {
  entity_ref: string;
  amount: string;
  saving: string | null;
  anomalies: number;
  content: string;
}

async function pageOfServices(
  options: ListServicesOptions & { range: CostRange; state: BillState },
): Promise<RowPage<CostServiceRow>> {
  const { context, view, request, range, state } = options;
  const { client } = context;
  const { sort = '-cost', limit = DEFAULT_LIMIT, cursor } = request;
  const rows = client('cost_service as s').where('s.currency', range.currency);
  applyServiceFilter(rows, {
    scope: view.scope,
    filter: request,
    column: 's.entity_ref',
  });
  const cost = costOf({ client, rows, range });
  const terms = serviceOrder({ sort, cost });
  const page = await readPage<ListedRow>({
    client,
    rows,
    list: `services ${sort}`,
    terms,
    limit,
    cursor,
    select: query => {
      query.join('cost_service as s', join =>
        join
          .on('s.entity_ref', 'page.place_1')
          .andOnVal('s.currency', range.currency),
      );
      return query.select(
        's.entity_ref',
        's.content',
        's.anomalies',
        client.raw('cast(s.saving as text) as saving'),
        client.raw(
          `cast(${costOf({ client, rows: query, range })} as text) as amount`,
        ),
      );
    },
  });
  const refs = page.items.map(row => row.entity_ref);
  const [services, changes] = await Promise.all([
    context.services.getServices(refs),
    readChanges({ client, entityRefs: refs, range, since: state.since }),
  ]);
  return {
    ...page,
    items: page.items.map(row =>
      toServiceRow({
        entityRef: row.entity_ref,
        digest: JSON.parse(row.content) as ServiceDigest,
        service: services.get(row.entity_ref),
        total: BigInt(row.amount),
        change: changes.get(row.entity_ref),
        metric: range.metric,
        saving: row.saving === null ? undefined : BigInt(row.saving),
        anomalies: row.anomalies,
      }),
    ),
  };
}

/**
 * SQL of what a service cost in a range: kept ready for the running month, and
 * else summed over its days, by a join that is added to the query.
 */
function costOf(options: {
  client: Knex;
  rows: Knex.QueryBuilder;
  range: CostRange;
}): string {
  const { client, rows, range } = options;
  if (range.isRunningMonth) {
    return `s.${range.metric}_to_date`;
  }
  rows.leftJoin(
    client('cost_daily')
      .where('currency', range.currency)
      .where('day', '>=', range.from)
      .where('day', '<', range.to)
      .whereNotNull('entity_ref')
      .groupBy('entity_ref')
      .select(
        'entity_ref',
        client.raw('cast(sum(??) as bigint) as amount', [range.metric]),
      )
      .as('spent'),
    'spent.entity_ref',
    's.entity_ref',
  );
  return 'coalesce(spent.amount, 0)';
}
