import type { Knex } from 'knex';
import { sqlDialectOf } from '../database/SqlDialect';
import { type BulkTable, upsertRows } from '../database/upsertRows';

/** A stored thing that says by its hash whether it changed. */
interface HashedRow {
  entity_ref: string;
  content_hash: string;
}

/**
 * Makes a table hold exactly these rows for these services. Rows that are right
 * already are not written again, so that a long history costs one reading.
 */
export async function replaceRows<TRow extends HashedRow>(options: {
  trx: Knex;
  table: BulkTable<TRow>;
  entityRefs: readonly string[];
  rows: readonly TRow[];
}): Promise<void> {
  const { trx, table, entityRefs, rows } = options;
  const { name, key } = table;
  const nameOf = (row: TRow) => key.map(column => row[column]).join(' ');
  const known = await readHashes({ trx, table, entityRefs });
  const wanted = new Map(rows.map(row => [nameOf(row), row]));
  await upsertRows({
    trx,
    table,
    rows: [...wanted].flatMap(([row, content]) =>
      known.get(row) === content.content_hash ? [] : [content],
    ),
  });
  for (const gone of known.keys()) {
    if (!wanted.has(gone)) {
      const values = gone.split(' ');
      await trx(name)
        .where(
          Object.fromEntries(key.map((column, at) => [column, values[at]])),
        )
        .delete();
    }
  }
}

/**
 * Hashes of what is there, by key. One row a service: drivers take longer for
 * a row than for a long text.
 */
async function readHashes<TRow extends HashedRow>(options: {
  trx: Knex;
  table: BulkTable<TRow>;
  entityRefs: readonly string[];
}): Promise<Map<string, string>> {
  const { trx, table, entityRefs } = options;
  const line = [...table.key, 'content_hash'].join(" || ' ' || ");
  const joined =
    sqlDialectOf(trx) === 'postgres'
      ? `string_agg(${line}, ',')`
      : `group_concat(${line}, ',')`;
  const services: Array<{ rows: string }> = await trx(table.name)
    .select({ rows: trx.raw(joined) })
    .whereIn('entity_ref', [...entityRefs])
    .groupBy('entity_ref');
  return new Map(
    services
      .flatMap(service => service.rows.split(','))
      .map((text): [string, string] => {
        const end = text.lastIndexOf(' ');
        return [text.slice(0, end), text.slice(end + 1)];
      }),
  );
}
