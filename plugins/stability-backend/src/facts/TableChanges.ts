import type { Knex } from 'knex';
import { sqlDialectOf } from '@plimsoll/plugin-database';
import { type BulkTable, upsertRows } from '../database/upsertRows';

/** A stored thing that says by its hash whether it changed. */
interface HashedRow {
  entity_ref: string;
  content_hash: string;
}

/**
 * Makes a table hold exactly the rows of some services. Rows that are right
 * already are neither kept in memory nor written again, so that a long history
 * costs one reading.
 */
export class TableChanges<TRow extends HashedRow> {
  readonly #trx: Knex;
  readonly #table: BulkTable<TRow>;
  /** Hashes of what is there, by service and key. */
  readonly #known: ReadonlyMap<string, Map<string, string>>;
  readonly #changed: TRow[] = [];
  readonly #gone: string[] = [];

  /** Reads what is there of services, through the caller's transaction. */
  static async read<TRow extends HashedRow>(options: {
    trx: Knex;
    table: BulkTable<TRow>;
    entityRefs: readonly string[];
  }): Promise<TableChanges<TRow>> {
    const { trx, table } = options;
    return new TableChanges(trx, table, await readHashes(options));
  }

  private constructor(
    trx: Knex,
    table: BulkTable<TRow>,
    known: ReadonlyMap<string, Map<string, string>>,
  ) {
    this.#trx = trx;
    this.#table = table;
    this.#known = known;
  }

  /** All rows that a service has from now on. */
  add(entityRef: string, rows: readonly TRow[]): void {
    const known = new Map(this.#known.get(entityRef));
    for (const row of rows) {
      const name = this.#table.key.map(column => row[column]).join(' ');
      if (known.get(name) !== row.content_hash) {
        this.#changed.push(row);
      }
      known.delete(name);
    }
    this.#gone.push(...known.keys());
  }

  /** Writes what changed of the services that were added. */
  async write(): Promise<void> {
    const { name, key } = this.#table;
    await upsertRows({
      trx: this.#trx,
      table: this.#table,
      rows: this.#changed,
    });
    for (const gone of this.#gone) {
      const values = gone.split(' ');
      const place = key.map((column, index) => [column, values[index]]);
      await this.#trx(name).where(Object.fromEntries(place)).delete();
    }
  }
}

/** One row a service: drivers take longer for a row than for a long text. */
async function readHashes<TRow extends HashedRow>(options: {
  trx: Knex;
  table: BulkTable<TRow>;
  entityRefs: readonly string[];
}): Promise<Map<string, Map<string, string>>> {
  const { trx, table, entityRefs } = options;
  const line = [...table.key, 'content_hash'].join(" || ' ' || ");
  const lines =
    sqlDialectOf(trx) === 'postgres'
      ? `string_agg(${line}, ',')`
      : `group_concat(${line}, ',')`;
  const services: Array<{ entity_ref: string; lines: string }> = await trx(
    table.name,
  )
    .select('entity_ref', { lines: trx.raw(lines) })
    .whereIn('entity_ref', [...entityRefs])
    .groupBy('entity_ref');
  return new Map(
    services.map(service => [
      service.entity_ref,
      new Map(
        service.lines.split(',').map((text): [string, string] => {
          const end = text.lastIndexOf(' ');
          return [text.slice(0, end), text.slice(end + 1)];
        }),
      ),
    ]),
  );
}
