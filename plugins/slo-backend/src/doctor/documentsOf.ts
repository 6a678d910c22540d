import type { Knex } from 'knex';
import type { ObjectiveScope } from '../permissions/ObjectiveScope';
import { visibleObjectives } from '../service/visibleObjectives';

/** A service has a handful. */
const MAX_DOCUMENTS = 50;

/** The documents of a service, or of one SLO, that a caller may see. */
export async function documentsOf(options: {
  client: Knex;
  scope: ObjectiveScope;
  entityRef: string;
}): Promise<unknown[]> {
  const { client, scope, entityRef } = options;
  const ref = entityRef.toLocaleLowerCase('en-US');
  const rows: Array<{ ref: string; document: string }> =
    await visibleObjectives({ client, scope })
      .where(any => any.where('o.ref', ref).orWhere('o.entity_ref', ref))
      .select('o.ref', 'o.document')
      .orderBy('o.ref');
  const byRef = new Map(rows.map(row => [row.ref, row.document]));
  return [...byRef.values()]
    .slice(0, MAX_DOCUMENTS)
    .map((document): unknown => JSON.parse(document));
}
