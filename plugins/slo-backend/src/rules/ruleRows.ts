import type { Fault } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import type { ObjectiveRow } from '../objectives/ObjectiveRow';
import type { ObjectiveScope } from '../permissions/ObjectiveScope';
import { visibleObjectives } from '../service/visibleObjectives';

const PAGE = 500;

/** What rules of an objective are made of. */
export type RuleRow = Pick<
  ObjectiveRow,
  | 'id'
  | 'ref'
  | 'objective'
  | 'entity_ref'
  | 'source'
  | 'definition'
  | 'document'
> & { faults: Fault[] };

/**
 * The objectives of documents that a caller may see, page by page. Those of
 * other tools have rules already.
 *
 * @param options.entityRef - only those of this service, or of this SLO
 */
export async function* ruleRows(options: {
  client: Knex;
  scope: ObjectiveScope;
  entityRef?: string;
}): AsyncGenerator<RuleRow[]> {
  const { client, scope } = options;
  const ref = options.entityRef?.toLocaleLowerCase('en-US');
  for (let after = 0; ; ) {
    const query = visibleObjectives({ client, scope })
      .whereNull('o.origin')
      .where('o.id', '>', after)
      .orderBy('o.id')
      .limit(PAGE)
      .select<Array<Omit<RuleRow, 'faults'> & { faults: string }>>(
        'o.id',
        'o.ref',
        'o.objective',
        'o.entity_ref',
        'o.source',
        'o.definition',
        'o.document',
        'o.faults',
      );
    if (ref !== undefined) {
      query.where(any => any.where('o.ref', ref).orWhere('o.entity_ref', ref));
    }
    const rows = await query;
    if (rows.length) {
      yield rows.map(row => ({ ...row, faults: JSON.parse(row.faults) }));
    }
    if (rows.length < PAGE) {
      return;
    }
    after = rows[rows.length - 1].id;
  }
}
