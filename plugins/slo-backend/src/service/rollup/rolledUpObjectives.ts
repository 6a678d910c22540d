import {
  type AskedEntity,
  applyMembers,
  applyServiceCriteria,
} from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import { visibleObjectives } from '../visibleObjectives';

/** Whatever an OpenSLO document may measure. */
const KINDS = ['component', 'system', 'api'] as const;

/**
 * Whose objectives are rolled up: what an entity stands for, or what some
 * owners own. Like the catalog's own list of owned entities, the latter asks for
 * the very owner.
 */
export type RollupSubject =
  | { kind: 'entity'; entity: AskedEntity }
  | { kind: 'owned'; ownerRefs: readonly string[] };

/** Leaves only what belongs to the subject. */
export function applySubject(
  query: Knex.QueryBuilder,
  options: {
    subject: RollupSubject;
    /** Qualified column that holds the service's ref. */
    column: string;
  },
): void {
  const { subject, column } = options;
  if (subject.kind === 'entity') {
    applyMembers(query, { entity: subject.entity, column, kinds: KINDS });
    return;
  }
  const criteria = { ownedByAnyOf: [...subject.ownerRefs] };
  query.andWhere(inner => applyServiceCriteria(inner, { criteria, column }));
}

/** What is rolled up for a caller. */
export interface RolledUp {
  client: Knex;
  scope: ObjectiveScope;
  subject: RollupSubject;
}

/** The subject's objectives that the caller may see; `o` and `s` as there. */
export function rolledUpObjectives(options: RolledUp): Knex.QueryBuilder {
  const query = visibleObjectives(options);
  applySubject(query, { ...options, column: 'o.entity_ref' });
  return query;
}
