import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  applyServiceCriteria,
  type ServiceCriterion,
} from '@plimsoll/service-index';
import type { Knex } from 'knex';

/** Which services a decision is about: all, some, or none. */
export type ServiceScope =
  | { kind: 'all' }
  | { kind: 'some'; criteria: PermissionCriteria<ServiceCriterion> }
  | { kind: 'none' };

/**
 * Narrows a query to the services of a scope.
 *
 * @param options.column - qualified column that holds the service's ref
 */
export function applyServiceScope(
  query: Knex.QueryBuilder,
  options: { scope: ServiceScope; column: string },
): void {
  const { scope, column } = options;
  if (scope.kind === 'some') {
    const { criteria } = scope;
    query.andWhere(inner => applyServiceCriteria(inner, { criteria, column }));
  } else if (scope.kind === 'none') {
    query.whereRaw('1 = 0');
  }
}
