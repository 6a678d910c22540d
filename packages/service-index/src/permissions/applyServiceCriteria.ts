import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { ServiceCriterion } from './ServiceCriterion';

/**
 * Adds permission conditions to a query over any table that names services.
 * A service that the index does not know is owned by nobody and in no system.
 *
 * @param query - is changed in place
 * @param options.column - qualified column that holds the service's ref and is
 * never null, for instance `slo_objective.entity_ref`
 * @public
 */
export function applyServiceCriteria(
  query: Knex.QueryBuilder,
  options: {
    criteria: PermissionCriteria<ServiceCriterion>;
    column: string;
  },
): void {
  const { criteria, column } = options;
  if ('not' in criteria) {
    query.whereNot(inner =>
      applyServiceCriteria(inner, { criteria: criteria.not, column }),
    );
  } else if ('allOf' in criteria) {
    for (const part of criteria.allOf) {
      query.andWhere(inner =>
        applyServiceCriteria(inner, { criteria: part, column }),
      );
    }
  } else if ('anyOf' in criteria) {
    for (const part of criteria.anyOf) {
      query.orWhere(inner =>
        applyServiceCriteria(inner, { criteria: part, column }),
      );
    }
  } else {
    applyCriterion(query, criteria, column);
  }
}

// Subqueries rather than joins: they never yield null, so `not` stays sound.
function applyCriterion(
  query: Knex.QueryBuilder,
  criterion: ServiceCriterion,
  column: string,
): void {
  if ('entityRefs' in criterion) {
    query.whereIn(column, lowerCase(criterion.entityRefs));
  } else if ('ownedByAnyOf' in criterion) {
    query.whereIn(column, inner =>
      inner
        .select('entity_ref')
        .from('service_index_owner')
        .whereIn('owner_ref', lowerCase(criterion.ownedByAnyOf)),
    );
  } else {
    query.whereIn(column, inner =>
      inner
        .select('entity_ref')
        .from('service_index')
        .whereIn('system_ref', lowerCase(criterion.inSystems)),
    );
  }
}

function lowerCase(refs: string[]): string[] {
  return refs.map(ref => ref.toLocaleLowerCase('en-US'));
}
