import type { Knex } from 'knex';
import { sqlDialectOf } from '@plimsoll/plugin-database';

/** Types of columns, as PostgreSQL names them. */
export type ColumnTypes<TRow> = {
  readonly [column in keyof TRow & string]:
    | 'integer'
    | 'bigint'
    | 'double precision'
    | 'boolean'
    | 'text'
    | 'bytea';
};

/**
 * Rows of one statement. SQLite has a limit of bound values. They are bound in
 * one go, for which nobody else has a turn.
 */
const ROWS_PER_STATEMENT = { postgres: 150, sqlite: 50 };

/**
 * Writes rows, over older versions of themselves. Of these only the columns
 * that are given change. PostgreSQL takes an array for each column: the same
 * short statement for any number of rows.
 *
 * @param options.key - columns by which an older version is found
 * @param options.types - of all columns of the rows
 */
export async function upsertRows<TRow extends object>(options: {
  client: Knex;
  table: string;
  key: Array<keyof TRow & string>;
  types: ColumnTypes<TRow>;
  rows: readonly TRow[];
}): Promise<void> {
  const { client, table, key, rows } = options;
  const dialect = sqlDialectOf(client);
  const size = ROWS_PER_STATEMENT[dialect];
  for (let index = 0; index < rows.length; index += size) {
    const part = rows.slice(index, index + size);
    if (dialect === 'postgres') {
      await upsertArrays({ ...options, rows: part });
    } else {
      await client(table).insert(part).onConflict(key).merge();
    }
  }
}

async function upsertArrays<TRow extends object>(options: {
  client: Knex;
  table: string;
  key: Array<keyof TRow & string>;
  types: ColumnTypes<TRow>;
  rows: readonly TRow[];
}): Promise<void> {
  const { client, table, key, types, rows } = options;
  const columns = Object.keys(types) as Array<keyof TRow & string>;
  const changed = columns.filter(column => !key.includes(column));
  const arrays = columns.map(column => `?::${types[column]}[]`);
  const changes = changed.map(() => '?? = excluded.??');
  await client.raw(
    `insert into ?? (??) select * from unnest(${arrays.join()})
     on conflict (??) do update set ${changes.join()}`,
    [
      table,
      columns,
      ...columns.map(column => rows.map(row => row[column])),
      key,
      ...changed.flatMap(column => [column, column]),
    ] as Knex.RawBinding[],
  );
}
