import type {
  ListServicesRequest,
  ServiceStabilityPage,
} from '@plimsoll/plugin-stability-common';
import {
  applyServiceCriteria,
  applyServiceScope,
  type ServiceScope,
} from '@plimsoll/service-index';
import type { Knex } from 'knex';
import { type OrderTerm, readPage } from '@plimsoll/plugin-database';
import { DEFAULT_WINDOW } from '../../facts/MetricWindow';
import type { StabilityContext } from '../StabilityContext';
import { type KeptRow, toServiceStability } from './toServiceStability';

const DEFAULT_LIMIT = 25;
const BY_NAME: OrderTerm = { sql: 'm.entity_ref', direction: 'asc' };

/** Worst first; what is not known comes last. The ref makes rows unique. */
const ORDERS: Record<
  NonNullable<ListServicesRequest['sort']>,
  readonly OrderTerm[]
> = {
  'change-failure-rate': [descending('m.change_failure_rate'), BY_NAME],
  recovery: [descending('m.recovery_seconds'), BY_NAME],
  frequency: [descending('m.per_week'), BY_NAME],
  name: [BY_NAME],
};

/**
 * One page of the fleet: services of which anything is known, from the rows
 * that are kept ready.
 *
 * @throws InputError when the cursor belongs to another order
 */
export async function listServices(options: {
  context: Pick<StabilityContext, 'client' | 'services' | 'demo'>;
  scope: ServiceScope;
  request: ListServicesRequest;
}): Promise<ServiceStabilityPage> {
  const { context, scope, request } = options;
  const { client, demo } = context;
  const {
    sort = 'change-failure-rate',
    window = DEFAULT_WINDOW,
    limit = DEFAULT_LIMIT,
    cursor,
  } = request;
  const terms = ORDERS[sort];
  const rows = client('stability_metric as m').where('m.window_days', window);
  applyServiceScope(rows, { scope, column: 'm.entity_ref' });
  applyFilter(rows, request);
  const page = await readPage<KeptRow>({
    client,
    rows,
    list: sort,
    terms,
    limit,
    cursor,
    select: query =>
      query
        .join('stability_metric as item', join =>
          join
            .on('item.entity_ref', `page.place_${terms.length - 1}`)
            .andOnVal('item.window_days', window),
        )
        .join('stability_facts as f', 'f.entity_ref', 'item.entity_ref')
        .select('item.entity_ref', 'item.content', 'f.folded_at'),
  });
  const services = await context.services.getServices(
    page.items.map(row => row.entity_ref),
  );
  return {
    ...page,
    items: page.items.map(row =>
      toServiceStability({
        row,
        days: window,
        service: services.get(row.entity_ref),
        demo,
      }),
    ),
  };
}

function applyFilter(
  rows: Knex.QueryBuilder,
  request: Pick<ListServicesRequest, 'q' | 'owner' | 'system'>,
): void {
  const column = 'm.entity_ref';
  const { q = '', owner, system } = request;
  if (owner !== undefined) {
    applyServiceCriteria(rows, { criteria: { ownedByAnyOf: [owner] }, column });
  }
  if (system !== undefined) {
    applyServiceCriteria(rows, { criteria: { inSystems: [system] }, column });
  }
  const words = q.toLocaleLowerCase('en-US').split(/\s+/);
  for (const word of words.filter(text => text !== '')) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    rows.andWhere(any =>
      any
        .whereRaw(`m.entity_ref like ? escape '\\'`, [pattern])
        .orWhereIn(column, titled =>
          titled
            .select('entity_ref')
            .from('service_index')
            .whereRaw(`lower(title) like ? escape '\\'`, [pattern]),
        ),
    );
  }
}

function descending(column: string): OrderTerm {
  return {
    sql: `coalesce(${column}, -1)`,
    direction: 'desc',
    type: 'number',
  };
}
