import type { Knex } from 'knex';

/** Rows per statement: far below the parameter limits of both databases. */
const CHUNK = 100;

/** A stored thing that says by its hash whether it changed. */
interface HashedRow {
  entity_ref: string;
  content_hash: string;
}

/**
 * Makes a table hold exactly these rows for these services. Rows that are right
 * already are not written again, so that a long history costs one reading.
 *
 * @param options.key - columns that name a row
 */
export async function replaceRows<TRow extends HashedRow>(options: {
  trx: Knex;
  table: string;
  key: ReadonlyArray<keyof TRow & string>;
  entityRefs: readonly string[];
  rows: readonly TRow[];
}): Promise<void> {
  const { trx, table, key, entityRefs, rows } = options;
  const keyOf = (row: TRow) => key.map(column => row[column]).join(' ');
  const known = new Map<string, TRow>(
    (
      await trx(table)
        .select(...new Set([...key, 'entity_ref', 'content_hash']))
        .whereIn('entity_ref', [...entityRefs])
    ).map((row: TRow) => [keyOf(row), row]),
  );
  const wanted = new Map(rows.map(row => [keyOf(row), row]));
  const changed = [...wanted].flatMap(([name, row]) =>
    known.get(name)?.content_hash === row.content_hash ? [] : [row],
  );
  for (const part of chunks(changed)) {
    await trx(table)
      .insert(part)
      .onConflict([...key])
      .merge();
  }
  const gone = [...known].flatMap(([name, row]) =>
    wanted.has(name) ? [] : [row],
  );
  for (const row of gone) {
    await trx(table)
      .where(Object.fromEntries(key.map(column => [column, row[column]])))
      .delete();
  }
}

function* chunks<T>(items: T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += CHUNK) {
    yield items.slice(start, start + CHUNK);
  }
}
