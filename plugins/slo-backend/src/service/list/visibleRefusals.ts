import type {
  ListObjectivesRequest,
  ObjectivePage,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';

interface RefusalRow {
  entity_ref: string;
  location: string | null;
  errors: string;
  /** Unix milliseconds. */
  seen_at: number | string;
}

/** More than anybody reads; the total tells the rest. */
const MAX_LISTED = 100;

/** Where nothing is refused. */
export const NO_REFUSALS = { refusedDocuments: [], totalRefusedDocuments: 0 };

/**
 * Documents that the catalog refuses, for who sees everything: which service
 * such a document is about, and so who may see it, nobody knows. For the same
 * reason the list of one service has none.
 */
export async function visibleRefusals(options: {
  client: Knex;
  scope: ObjectiveScope;
  request: Pick<ListObjectivesRequest, 'entityRef'>;
}): Promise<Pick<ObjectivePage, 'refusedDocuments' | 'totalRefusedDocuments'>> {
  const { client, scope, request } = options;
  if (scope.kind === 'some' || request.entityRef !== undefined) {
    return NO_REFUSALS;
  }
  const rows = await client<RefusalRow>('slo_refusal')
    .orderBy('entity_ref')
    .limit(MAX_LISTED);
  return {
    refusedDocuments: rows.map(row => ({
      // The Location of a whole file has a made-up name that helps nobody.
      ref: row.entity_ref.startsWith('location:') ? undefined : row.entity_ref,
      location: row.location ?? undefined,
      errors: JSON.parse(row.errors),
      seenAt: new Date(Number(row.seen_at)).toISOString(),
    })),
    totalRefusedDocuments:
      rows.length < MAX_LISTED
        ? rows.length
        : await countRows(client('slo_refusal')),
  };
}

async function countRows(query: Knex.QueryBuilder): Promise<number> {
  const [row] = await query.count({ count: '*' });
  return Number(row.count);
}
