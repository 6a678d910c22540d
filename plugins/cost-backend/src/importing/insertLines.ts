import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SqlDialect } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { joinArrays } from './joinArrays';
import type { StagedRows } from './LineStage';

type Kind = 'text' | 'bigint' | 'double precision' | 'boolean';

const KEY: ReadonlyArray<[column: string, kind: Kind]> = [
  ['id', 'text'],
  ['content', 'text'],
  ['product', 'text'],
  ['category', 'text'],
  ['resource_id', 'text'],
  ['sub_account', 'text'],
];

const LINE: ReadonlyArray<[column: string, kind: Kind]> = [
  ['billing_account', 'text'],
  ['billing_month', 'text'],
  ['key_id', 'text'],
  ['day', 'text'],
  ['kind', 'text'],
  ['currency', 'text'],
  ['correction', 'boolean'],
  ['billed', 'bigint'],
  ['effective', 'bigint'],
  ['contracted', 'bigint'],
  ['list', 'bigint'],
  ['quantity', 'double precision'],
  ['unit', 'text'],
];

/**
 * Columns of a JSON array in SQL. SQLite says `integer` for 64 bits; a text
 * becomes one exactly.
 */
function valuesSql(
  dialect: SqlDialect,
  columns: ReadonlyArray<[column: string, kind: Kind]>,
): string {
  return columns
    .map(([, kind], index) => {
      if (dialect === 'postgres') {
        return `(value->>${index})::${kind}`;
      }
      const value = `json_extract(value, '$[${index}]')`;
      return kind === 'bigint' ? `cast(${value} as integer)` : value;
    })
    .join(', ');
}

/** JSON arrays of a statement: PostgreSQL works elsewhere, and takes more. */
const ARRAYS: Record<SqlDialect, number> = { postgres: 4, sqlite: 1 };

/**
 * Writes lines of a delivery, many with one value of a statement: that is ten
 * times quicker than a value for each column.
 */
export async function insertLines(options: {
  trx: Knex;
  dialect: SqlDialect;
  source: string;
  deliveryId: string;
  rows: StagedRows;
}): Promise<void> {
  const { trx, dialect, source, deliveryId, rows } = options;
  const each =
    dialect === 'postgres'
      ? 'jsonb_array_elements(?::jsonb) as element(value)'
      : 'json_each(?)';
  const insert = async (table: string, text: string) => {
    const isKey = table === 'cost_key';
    const columns = isKey ? KEY : LINE;
    const own = isKey ? ['source'] : ['source', 'delivery_id'];
    const names = [...own, ...columns.map(([column]) => column)];
    await trx.raw(
      // where true: without it SQLite takes "on conflict" for a join
      `insert into ${table} (${names.join(', ')})
       select ${own
         .map(() => `cast(? as ${dialect === 'postgres' ? 'varchar' : 'text'})`)
         .join(', ')}, ${valuesSql(dialect, columns)} from ${each} where true
       ${isKey ? 'on conflict (id) do nothing' : ''}`,
      isKey ? [source, text] : [source, deliveryId, text],
    );
    // SQLite works in this thread: let others have a turn
    await nextTurn();
  };
  const insertAll = async (table: string, arrays: readonly string[]) => {
    const count = ARRAYS[dialect];
    for (let start = 0; start < arrays.length; start += count) {
      await insert(table, joinArrays(arrays.slice(start, start + count)));
    }
  };
  await insertAll('cost_key', rows.keys);
  await insertAll('cost_line', rows.lines);
}
