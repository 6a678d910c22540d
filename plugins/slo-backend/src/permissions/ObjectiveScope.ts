import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  applyServiceCriteria,
  type ServiceCriterion,
} from '@plimsoll/service-index';
import type { Knex } from 'knex';

/** Which objectives a caller may see: all, or those that the criteria allow. */
export type ObjectiveScope =
  | { kind: 'all' }
  | { kind: 'some'; criteria: PermissionCriteria<ServiceCriterion> };

/**
 * Narrows a query to what the caller may see.
 *
 * @param options.column - qualified column that holds the service's ref
 */
export function applyObjectiveScope(
  query: Knex.QueryBuilder,
  options: { scope: ObjectiveScope; column: string },
): void {
  const { scope, column } = options;
  if (scope.kind === 'some') {
    const { criteria } = scope;
    query.andWhere(inner => applyServiceCriteria(inner, { criteria, column }));
  }
}
