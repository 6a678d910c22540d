import { applyServiceScope } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { CostView } from '../../permissions/CostAccess';

/**
 * Narrows a query over what may belong to no service (an empty ref): that is
 * part of the totals.
 *
 * @param options.column - qualified column that holds the ref, never null
 */
export function applyOwnerScope(
  query: Knex.QueryBuilder,
  options: { view: CostView; column: string },
): void {
  const { view, column } = options;
  query.andWhere(any => {
    any.where(own => {
      own.whereNot(column, '');
      applyServiceScope(own, { scope: view.scope, column });
    });
    if (view.totals) {
      any.orWhere(column, '');
    }
  });
}
