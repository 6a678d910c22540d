import type { Fault } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import type { StatusPayload } from '../evaluation/StatusPayload';
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
> & {
  /**
   * Why nothing is made of it: what is wrong with the document, and what its
   * source said of its queries when it was asked last.
   */
  faults: Fault[];
};

/** As it is kept. */
type KeptRow = Omit<RuleRow, 'faults'> & {
  faults: string;
  /** Status of an objective without data, of this very document. */
  unmeasured: string | null;
};

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
      .select<KeptRow[]>(
        'o.id',
        'o.ref',
        'o.objective',
        'o.entity_ref',
        'o.source',
        'o.definition',
        'o.document',
        'o.faults',
        client.raw(
          "case when s.state = 'no-data' and s.content_hash = o.content_hash then s.payload end as unmeasured",
        ),
      );
    if (ref !== undefined) {
      query.where(any => any.where('o.ref', ref).orWhere('o.entity_ref', ref));
    }
    const rows: KeptRow[] = await query;
    if (rows.length) {
      yield rows.map(withFaults);
    }
    if (rows.length < PAGE) {
      return;
    }
    after = rows[rows.length - 1].id;
  }
}

function withFaults({ unmeasured, ...row }: KeptRow): RuleRow {
  const document: Fault[] = JSON.parse(row.faults);
  const status: Partial<Pick<StatusPayload, 'faults'>> =
    unmeasured === null ? {} : JSON.parse(unmeasured);
  const refused = (status.faults ?? []).filter(
    ({ severity }) => severity !== 'warning',
  );
  return { ...row, faults: [...document, ...refused] };
}
