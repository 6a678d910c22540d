import type {
  DocumentConflict,
  ListObjectivesRequest,
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

/**
 * Names that several documents claim. Who sees everything sees all of them,
 * also those of indicators; otherwise a conflict shows where an objective of
 * the document does. A list of one service holds that service's alone.
 */
export async function visibleConflicts(options: {
  client: Knex;
  scope: ObjectiveScope;
  visible(): Knex.QueryBuilder;
  request: Pick<ListObjectivesRequest, 'entityRef'>;
}): Promise<DocumentConflict[]> {
  const { client, scope, visible, request } = options;
  const query = client<ConflictRow>('slo_conflict').orderBy([
    'entity_ref',
    'ignored_location',
  ]);
  if (scope.kind === 'some' || request.entityRef !== undefined) {
    const refs = visible().select('o.ref');
    applyObjectiveFilter(refs, { entityRef: request.entityRef });
    query.whereIn('entity_ref', refs);
  }
  const byRef = new Map<string, DocumentConflict>();
  for (const row of await query) {
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
  return [...byRef.values()];
}
