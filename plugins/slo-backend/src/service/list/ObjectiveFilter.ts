import type { ListObjectivesRequest } from '@plimsoll/plugin-slo-common';
import { applyServiceCriteria, askedEntity } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import { applySubject } from '../rollup/rolledUpObjectives';

/** What a list is narrowed to, the state left out. */
export type ObjectiveFilter = Pick<
  ListObjectivesRequest,
  'entityRef' | 'owner' | 'system' | 'within' | 'kind' | 'q'
>;

/** Narrows a query over `visibleObjectives`. */
export function applyObjectiveFilter(
  query: Knex.QueryBuilder,
  filter: ObjectiveFilter,
): void {
  const { entityRef, owner, system, within, kind, q } = filter;
  const column = 'o.entity_ref';
  if (entityRef !== undefined) {
    const criteria = { entityRefs: [entityRef] };
    applyServiceCriteria(query, { criteria, column });
  }
  if (owner !== undefined) {
    const criteria = { ownedByAnyOf: [owner] };
    applyServiceCriteria(query, { criteria, column });
  }
  if (system !== undefined) {
    const criteria = { inSystems: [system] };
    applyServiceCriteria(query, { criteria, column });
  }
  if (within !== undefined) {
    const subject = { kind: 'entity' as const, entity: askedEntity(within) };
    applySubject(query, { subject, column });
  }
  if (kind !== undefined) {
    query.where('o.indicator_kind', kind);
  }
  for (const word of wordsOf(q)) {
    query.whereRaw(`o.search_text like ? escape '\\'`, [
      `%${word.replace(/[\\%_]/g, '\\$&')}%`,
    ]);
  }
}

/** Every word must be found, in any order. */
function wordsOf(text: string | undefined): string[] {
  return (text ?? '')
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .filter(word => word !== '');
}
