import type { Knex } from 'knex';

/**
 * The few different values of a column in many rows, in order. Asks an index
 * for each next one, which neither database does of itself for `distinct`.
 *
 * @param options.query - of one table; an index must have its conditions and
 * then the column
 */
export async function distinctValues(options: {
  query: Knex.QueryBuilder;
  column: string;
  /** Where to begin; the empty text by default. */
  from?: string;
  /** Exclusive. */
  to?: string;
}): Promise<string[]> {
  const { query, column, from, to } = options;
  const values: string[] = [];
  let isFirst = from !== undefined;
  let after = from ?? '';
  for (;;) {
    const next = query.clone().where(column, isFirst ? '>=' : '>', after);
    if (to !== undefined) {
      next.where(column, '<', to);
    }
    const row: { value: string | null } = await next
      .min({ value: column })
      .first();
    if (row.value === null) {
      return values;
    }
    values.push(row.value);
    after = row.value;
    isFirst = false;
  }
}
