import type { Knex } from 'knex';
import type { IdentityName } from './IdentityNames';

/** Rows per statement: far below the parameter limits of both databases. */
const CHUNK = 200;

interface IdentityRow {
  type: string;
  value: string;
  entity_ref: string;
}

/** Mirror of the names that the catalog's annotations give to services. */
export class IdentityStore {
  readonly #client: Knex;

  static create(options: { client: Knex }): IdentityStore {
    return new IdentityStore(options.client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  /**
   * Makes the mirror hold exactly these names, in one transaction. Names that
   * are right already are not written again.
   *
   * @returns the names, old and new, of services of which a name changed
   */
  async replaceAll(names: readonly IdentityName[]): Promise<Set<string>> {
    return this.#client.transaction(async trx => {
      const known = new Map(
        (await trx<IdentityRow>('stability_identity').select()).map(row => [
          keyOf(row),
          row,
        ]),
      );
      const wanted = new Map(names.map(toRow).map(row => [keyOf(row), row]));
      const added = [...wanted].filter(([key]) => !known.has(key));
      const removed = [...known].filter(([key]) => !wanted.has(key));
      for (const part of chunks(removed)) {
        await trx('stability_identity')
          .whereIn(
            ['type', 'value', 'entity_ref'],
            part.map(([, row]) => [row.type, row.value, row.entity_ref]),
          )
          .delete();
      }
      // another replica may write the same rows
      for (const part of chunks(added)) {
        await trx('stability_identity')
          .insert(part.map(([, row]) => row))
          .onConflict(['type', 'value', 'entity_ref'])
          .ignore();
      }
      const changed = [...added, ...removed].map(([, row]) => row);
      const refs = new Set(changed.map(row => row.entity_ref));
      // a path tells services apart that share a repository: all names count
      return new Set(
        [...known.values(), ...wanted.values()]
          .filter(row => refs.has(row.entity_ref))
          .map(row => row.value),
      );
    });
  }
}

function toRow(name: IdentityName): IdentityRow {
  return { type: name.type, value: name.value, entity_ref: name.entityRef };
}

function keyOf(row: IdentityRow): string {
  return JSON.stringify([row.type, row.value, row.entity_ref]);
}

function* chunks<T>(items: T[]): Generator<T[]> {
  const sorted = [...items].sort();
  for (let start = 0; start < sorted.length; start += CHUNK) {
    yield sorted.slice(start, start + CHUNK);
  }
}
