import type { ObjectiveSort } from '@plimsoll/plugin-slo-common';
import type { OrderTerm } from '@plimsoll/plugin-database';

const UNIQUE: OrderTerm = { sql: 'o.id', direction: 'asc', type: 'integer' };

// What is not known comes last in either direction, and never as null, which
// would compare with nothing.
function knownFirst(
  column: string,
  direction: OrderTerm['direction'],
): OrderTerm[] {
  return [
    {
      sql: `case when ${column} is null then 1 else 0 end`,
      direction: 'asc',
      type: 'integer',
    },
    { sql: `coalesce(${column}, 0)`, direction, type: 'number' },
  ];
}

/**
 * The orders of a list. Each ends with a unique term, so that a page can go on
 * exactly after the last row of the one before.
 */
export const OBJECTIVE_ORDERS: Record<ObjectiveSort, OrderTerm[]> = {
  worst: [
    { sql: 's.state_rank', direction: 'asc', type: 'integer' },
    ...knownFirst('s.remaining', 'asc'),
    UNIQUE,
  ],
  budget: [...knownFirst('s.remaining', 'asc'), UNIQUE],
  '-budget': [...knownFirst('s.remaining', 'desc'), UNIQUE],
  burn: [...knownFirst('s.burn_1h', 'asc'), UNIQUE],
  '-burn': [...knownFirst('s.burn_1h', 'desc'), UNIQUE],
  name: [{ sql: 'o.sort_name', direction: 'asc' }, UNIQUE],
  '-name': [{ sql: 'o.sort_name', direction: 'desc' }, UNIQUE],
};
