import type { Knex } from 'knex';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';

/** What a status is composed of: the document's facts and the evaluation. */
export type StatusRow = Pick<
  ObjectiveRow,
  | 'id'
  | 'ref'
  | 'objective'
  | 'entity_ref'
  | 'display_name'
  | 'indicator_kind'
  | 'source'
  | 'definition'
  | 'faults'
  | 'notices'
  | 'origin'
> & {
  /** JSON of a StatusPayload. */
  payload: string;
  /** Unix seconds. */
  evaluated_at: number | string | null;
};

/** Adds the columns of a {@link StatusRow} to a query. */
export function selectStatus(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.select(
    'o.id',
    'o.ref',
    'o.objective',
    'o.entity_ref',
    'o.display_name',
    'o.indicator_kind',
    'o.source',
    'o.definition',
    'o.faults',
    'o.notices',
    'o.origin',
    's.payload',
    's.evaluated_at',
  );
}
