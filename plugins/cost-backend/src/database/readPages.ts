import { sqlDialectOf } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';

/** Rows that are read at once: a few milliseconds of SQLite. */
const PAGE = 500;

/**
 * Reads what may be many rows of a table, some hundred at a time, in no
 * particular order. On PostgreSQL outside a transaction they come at once, as
 * the network brings them.
 *
 * @param options.query - of one table, without order and limit; on SQLite an
 * index must bring its rows, or the whole table is asked for
 */
export async function* readPages<TRow>(options: {
  client: Knex;
  query: Knex.QueryBuilder;
}): AsyncGenerator<TRow[]> {
  const { client, query } = options;
  if (sqlDialectOf(client, { pluginId: 'cost' }) === 'sqlite') {
    yield* byRowId<TRow>(query);
  } else if (client.isTransaction) {
    yield* byCursor<TRow>(client, query);
  } else {
    const rows: TRow[] = await query;
    for (let start = 0; start < rows.length; start += PAGE) {
      yield rows.slice(start, start + PAGE);
    }
  }
}

async function* byRowId<TRow>(
  query: Knex.QueryBuilder,
): AsyncGenerator<TRow[]> {
  let after = -1;
  for (;;) {
    const rows: Array<{ row_id: number }> = await query
      .clone()
      .where('rowid', '>', after)
      .orderBy('rowid')
      .limit(PAGE)
      .select('rowid as row_id');
    if (rows.length > 0) {
      after = rows[rows.length - 1].row_id;
      // what the query selects is told by who asks
      yield rows as Array<{ row_id: number } & TRow>;
    }
    if (rows.length < PAGE) {
      return;
    }
  }
}

async function* byCursor<TRow>(
  trx: Knex,
  query: Knex.QueryBuilder,
): AsyncGenerator<TRow[]> {
  const { sql, bindings } = query.toSQL();
  await trx.raw(`declare pages no scroll cursor for ${sql}`, [...bindings]);
  for (;;) {
    const { rows }: { rows: TRow[] } = await trx.raw(
      `fetch ${PAGE} from pages`,
    );
    if (rows.length > 0) {
      yield rows;
    }
    if (rows.length < PAGE) {
      break;
    }
  }
  await trx.raw('close pages');
}
