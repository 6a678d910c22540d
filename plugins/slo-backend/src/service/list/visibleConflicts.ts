import type {
  DocumentConflict,
  ListObjectivesRequest,
  ObjectivePage,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import { applyObjectiveFilter } from './ObjectiveFilter';

interface ConflictRow {
  entity_ref: string;
  ignored_location: string;
  kept_location: string;
  /** Unix milliseconds. */
  seen_at: number | string;
}

/** More than anybody reads; the total tells the rest. */
const MAX_LISTED = 100;

/** Where no name is claimed twice. */
export const NO_CONFLICTS = { conflicts: [], totalConflicts: 0 };

/**
 * Names that several documents claim. Who sees everything sees all of them,
 * also those of indicators; otherwise a conflict shows where an objective of
 * the document does. A list of one service holds that service's alone. The
 * first hundred names are given, and how many there are.
 */
export async function visibleConflicts(options: {
  client: Knex;
  scope: ObjectiveScope;
  visible(): Knex.QueryBuilder;
  request: Pick<ListObjectivesRequest, 'entityRef'>;
}): Promise<Pick<ObjectivePage, 'conflicts' | 'totalConflicts'>> {
  const { client, scope, visible, request } = options;
  const names = client<ConflictRow>('slo_conflict');
  if (scope.kind === 'some' || request.entityRef !== undefined) {
    const refs = visible().select('o.ref');
    applyObjectiveFilter(refs, { entityRef: request.entityRef });
    names.whereIn('entity_ref', refs);
  }
  const listed = names
    .clone()
    .distinct('entity_ref')
    .orderBy('entity_ref')
    .limit(MAX_LISTED);
  const rows = await client<ConflictRow>('slo_conflict')
    .whereIn(
      'entity_ref',
      client.from(listed.as('listed')).select('entity_ref'),
    )
    .orderBy(['entity_ref', 'ignored_location']);
  const byRef = new Map<string, DocumentConflict>();
  for (const row of rows) {
    const seenAt = new Date(Number(row.seen_at)).toISOString();
    const conflict = byRef.get(row.entity_ref);
    if (conflict) {
      conflict.ignored.push(row.ignored_location);
      conflict.seenAt = seenAt > conflict.seenAt ? seenAt : conflict.seenAt;
    } else {
      byRef.set(row.entity_ref, {
        entityRef: row.entity_ref,
        kept: row.kept_location,
        ignored: [row.ignored_location],
        seenAt,
      });
    }
  }
  const conflicts = [...byRef.values()];
  if (conflicts.length < MAX_LISTED) {
    return { conflicts, totalConflicts: conflicts.length };
  }
  const [{ total }] = await names.countDistinct<
    Array<{ total: number | string }>
  >({ total: 'entity_ref' });
  return { conflicts, totalConflicts: Number(total) };
}
