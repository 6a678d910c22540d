import type { Knex } from 'knex';
import { sqlDialectOf } from '@plimsoll/plugin-database';

/** Rows per statement on SQLite: far below its parameter limit. */
const CHUNK = 100;

/** Types of the columns that we write in bulk. */
export type ColumnType = 'text' | 'bigint' | 'boolean' | 'integer' | 'float8';

/** A table, as far as it is written in bulk. */
export interface BulkTable<TRow extends object> {
  name: string;
  columns: Record<keyof TRow & string, ColumnType>;
  /** Columns of the constraint that names a row. */
  key: ReadonlyArray<keyof TRow & string>;
}

/**
 * Writes many rows in the caller's transaction, in their order; one that is
 * there already is overwritten. PostgreSQL gets them as one parameter, so that
 * the statement is the same whatever their number: building long ones takes
 * longer than writing the rows.
 *
 * @param options.where - overwrites only where this holds; SQL of ours
 * @param options.returning - a column of the rows that were written
 */
export async function upsertRows<TRow extends object>(options: {
  trx: Knex;
  table: BulkTable<TRow>;
  rows: readonly TRow[];
  where?: string;
  returning?: keyof TRow & string;
}): Promise<TRow[]> {
  const { trx, rows } = options;
  if (rows.length === 0) {
    return [];
  }
  if (sqlDialectOf(trx) === 'postgres') {
    const { rows: written } = await trx.raw(upsertSql(options), [
      JSON.stringify(rows),
    ]);
    return written;
  }
  const { table, where, returning } = options;
  const overwritten = overwrittenBy(table);
  const written: TRow[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    const query = trx(table.name)
      .insert(rows.slice(start, start + CHUNK))
      .onConflict([...table.key])
      .merge(overwritten);
    if (where) {
      query.whereRaw(where);
    }
    const result = await (returning ? query.returning(returning) : query);
    written.push(...(returning ? result : []));
  }
  return written;
}

function upsertSql<TRow extends object>(options: {
  table: BulkTable<TRow>;
  where?: string;
  returning?: string;
}): string {
  const { table, where, returning } = options;
  const names = Object.keys(table.columns);
  const types = Object.entries(table.columns).map(column => column.join(' '));
  const overwrites = overwrittenBy(table).map(
    name => `${name} = excluded.${name}`,
  );
  return [
    `insert into ${table.name} (${names})`,
    `select ${names} from json_to_recordset(?::json) as r(${types})`,
    `on conflict (${table.key}) do update set ${overwrites}`,
    where ? `where ${where}` : '',
    returning ? `returning ${returning}` : '',
  ].join('\n');
}

function overwrittenBy<TRow extends object>(
  table: BulkTable<TRow>,
): Array<keyof TRow & string> {
  const names = Object.keys(table.columns) as Array<keyof TRow & string>;
  return names.filter(name => !table.key.includes(name));
}
