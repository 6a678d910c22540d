import type { CostServiceSort } from '@plimsoll/plugin-cost-common';
import type { OrderTerm } from '@plimsoll/plugin-database';

const BY_REF: OrderTerm = { sql: 's.entity_ref', direction: 'asc' };

/**
 * Terms of an order of services; what is not known comes last. The ref makes
 * rows unique.
 *
 * @param options.cost - SQL of the cost, never null; of ours
 */
export function serviceOrder(options: {
  sort: CostServiceSort;
  cost: string;
}): readonly OrderTerm[] {
  const { sort, cost } = options;
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  switch (sort.replace('-', '')) {
    case 'name':
      return [{ sql: 's.sort_name', direction }, BY_REF];
    case 'change':
      return [ratio('s.change_ratio', direction), BY_REF];
    case 'unitCost':
      return [ratio('s.unit_cost', direction), BY_REF];
    case 'budgetUsed':
      return [ratio('s.budget_used', direction), BY_REF];
    case 'saving':
      return [
        {
          sql: `coalesce(s.saving, ${
            direction === 'asc' ? '9223372036854775807' : '-1'
          })`,
          direction,
          type: 'integer',
        },
        BY_REF,
      ];
    default:
      return [{ sql: cost, direction, type: 'integer' }, BY_REF];
  }
}

function ratio(column: string, direction: OrderTerm['direction']): OrderTerm {
  const last = direction === 'asc' ? '1e300' : '-1e300';
  return { sql: `coalesce(${column}, ${last})`, direction, type: 'number' };
}
