import type {
  FleetSort,
  ListFleetRequest,
} from '@plimsoll/plugin-service-health-common';
import type { OrderTerm } from '@plimsoll/plugin-database';
import type { LensColumns } from './LensColumns';

type Direction = OrderTerm['direction'];

/** What a reader wants first. */
const FIRST: Record<FleetSort, Direction> = {
  worst: 'desc',
  name: 'asc',
  owner: 'asc',
  budget: 'asc',
  'change-failure-rate': 'desc',
  deployed: 'desc',
  incident: 'asc',
  cost: 'desc',
  trend: 'desc',
  'unit-cost': 'desc',
};

/**
 * The terms of an order; the last one is the ref, which makes rows unique. What
 * is not known comes last, whichever way.
 */
export function fleetOrder(
  request: Pick<ListFleetRequest, 'sort' | 'order'>,
  columns: LensColumns,
): { list: string; terms: OrderTerm[] } {
  const { sort = 'worst' } = request;
  const { order = FIRST[sort] } = request;
  return {
    list: `${sort}:${order}`,
    terms: [
      ...termsOf(sort, order, columns),
      { sql: 's.entity_ref', direction: 'asc' },
    ],
  };
}

function termsOf(
  sort: FleetSort,
  order: Direction,
  columns: LensColumns,
): OrderTerm[] {
  const reliability = (column: string) => columns.sql('reliability', column);
  const stability = (column: string) => columns.sql('stability', column);
  switch (sort) {
    case 'name':
      return [{ sql: 's.name', direction: order }];
    case 'owner':
      return [
        unknownLast('s.owner_ref'),
        { sql: `coalesce(s.owner_ref, '')`, direction: order },
        { sql: 's.name', direction: 'asc' },
      ];
    case 'worst':
      return worst(order, columns);
    case 'budget':
      return number(reliability('budget_remaining'), order);
    case 'change-failure-rate':
      return number(stability('failure_rate'), order);
    case 'deployed':
      return number(stability('deployed_at'), order);
    case 'incident':
      return number(stability('incident_since'), order);
    case 'cost':
      return money('cost', order, columns);
    case 'unit-cost':
      return money('unit_cost', order, columns);
    default:
      return number(columns.sql('cost', 'cost_change'), order);
  }
}

/** Open incidents, then states from bad to good, then what has least left. */
function worst(order: Direction, columns: LensColumns): OrderTerm[] {
  const rank = columns.sql('reliability', 'slo_rank');
  const remaining = columns.sql('reliability', 'budget_remaining');
  const incidents = columns.sql('stability', 'incidents');
  const best = order === 'desc' ? 'asc' : 'desc';
  return [
    {
      sql: `case when coalesce(${incidents}, 0) > 0 then 0 else 1 end`,
      direction: best,
      type: 'number',
    },
    { sql: `coalesce(${rank}, 99)`, direction: best, type: 'number' },
    unknownLast(remaining),
    { sql: `coalesce(${remaining}, 0)`, direction: best, type: 'number' },
  ];
}

/** By amount within a currency: amounts of two are never compared. */
function money(
  column: string,
  order: Direction,
  columns: LensColumns,
): OrderTerm[] {
  const amount = columns.sql('cost', column);
  const rank = columns.sql('cost', 'currency_rank');
  const currency = columns.sql('cost', 'currency', 'text');
  return [
    unknownLast(amount),
    {
      sql: `case when ${amount} is null then 2 else ${rank} end`,
      direction: 'asc',
      type: 'number',
    },
    {
      sql: `case when ${amount} is null then '' else ${currency} end`,
      direction: 'asc',
    },
    { sql: `coalesce(${amount}, 0)`, direction: order, type: 'number' },
  ];
}

function number(sql: string, direction: Direction): OrderTerm[] {
  // PostgreSQL's driver hands out whole numbers of 64 bits as texts
  const value = `cast(coalesce(${sql}, 0) as double precision)`;
  return [unknownLast(sql), { sql: value, direction, type: 'number' }];
}

function unknownLast(sql: string): OrderTerm {
  return {
    sql: `case when ${sql} is null then 1 else 0 end`,
    direction: 'asc',
    type: 'number',
  };
}
