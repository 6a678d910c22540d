import type { Knex } from 'knex';

/**
 * Narrows a query to rows whose id is among some; to be handed to `modify`.
 * PostgreSQL is given them as one array: a mark and a value for each id would
 * take longer to put together, and to read again, than the rows take.
 *
 * @param ids - whole numbers
 */
export function whereIdIn(
  query: Knex.QueryBuilder,
  column: string,
  ids: readonly number[],
): void {
  if (query.client.config.client === 'pg') {
    query.whereRaw('?? = any(?::integer[])', [column, `{${ids.join()}}`]);
  } else {
    query.whereIn(column, ids);
  }
}
