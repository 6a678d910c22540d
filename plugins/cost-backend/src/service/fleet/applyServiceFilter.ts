import type { ListCostServicesRequest } from '@plimsoll/plugin-cost-common';
import {
  applyServiceCriteria,
  applyServiceScope,
  type ServiceScope,
} from '@plimsoll/service-index';
import type { Knex } from 'knex';

/** Which services a list is about. */
export type ServiceFilter = Pick<
  ListCostServicesRequest,
  'q' | 'owner' | 'system'
>;

/**
 * Narrows a query to the services that the caller may see and asks for.
 *
 * @param options.column - qualified column that holds the service's ref
 */
export function applyServiceFilter(
  query: Knex.QueryBuilder,
  options: { scope: ServiceScope; filter: ServiceFilter; column: string },
): void {
  const { scope, filter, column } = options;
  const { q = '', owner, system } = filter;
  applyServiceScope(query, { scope, column });
  if (owner !== undefined) {
    applyServiceCriteria(query, {
      criteria: { ownedByAnyOf: [owner] },
      column,
    });
  }
  if (system !== undefined) {
    applyServiceCriteria(query, { criteria: { inSystems: [system] }, column });
  }
  const words = q.toLocaleLowerCase('en-US').split(/\s+/);
  for (const word of words.filter(text => text !== '')) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query.andWhere(any =>
      any
        .whereRaw(`?? like ? escape '\\'`, [column, pattern])
        .orWhereIn(column, titled =>
          titled
            .select('entity_ref')
            .from('service_index')
            .whereRaw(`lower(title) like ? escape '\\'`, [pattern]),
        ),
    );
  }
}

/** Whether a list is about every service that there is. */
export function isEverything(options: {
  scope: ServiceScope;
  filter: ServiceFilter;
}): boolean {
  const { scope, filter } = options;
  return (
    scope.kind === 'all' &&
    filter.owner === undefined &&
    filter.system === undefined &&
    (filter.q ?? '').trim() === ''
  );
}
