import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { applyServiceCriteria } from './applyServiceCriteria';
import type { ServiceCriterion } from './ServiceCriterion';

/** Which services a decision is about: all, some, or none. @public */
export type ServiceScope =
  | { kind: 'all' }
  | { kind: 'some'; criteria: PermissionCriteria<ServiceCriterion> }
  | { kind: 'none' };

/**
 * Narrows a query to the services of a scope.
 *
 * @param options.column - qualified column that holds the service's ref and is
 * never null
 * @public
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
