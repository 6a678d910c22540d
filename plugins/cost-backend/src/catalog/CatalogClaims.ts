import type {
  CostDependency,
  MappingEntry,
} from '@plimsoll/plugin-cost-common';
import { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { readPages } from '../database/readPages';

/** Rows per statement: far below the parameter limits of both databases. */
const CHUNK = 200;

/** What the catalog says of a bill. */
export interface Claims {
  mapping: MappingEntry[];
  dependencies: CostDependency[];
}

/** Keeps what the catalog says belongs to whom, so that allocation asks nobody. */
export class CatalogClaims {
  readonly #client: Knex;

  static create(options: { client: Knex }): CatalogClaims {
    return new CatalogClaims(options.client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  async read(trx: Knex = this.#client): Promise<Claims> {
    return {
      mapping: await readAll({
        client: trx,
        query: trx('cost_mapping').select(
          'kind',
          'name',
          'value',
          'entity_ref',
        ),
        from: fromMappingRow,
      }),
      dependencies: await readAll({
        client: trx,
        query: trx('cost_dependency').select(
          'resource_ref',
          'consumer_ref',
          'weight',
          'split_by',
        ),
        from: fromDependencyRow,
      }),
    };
  }

  /**
   * Makes the tables hold exactly these claims, in one transaction.
   *
   * @param options.onChange - called in that transaction where they differ from
   * what was known
   */
  async replaceAll(options: {
    claims: Claims;
    onChange(trx: Knex): Promise<void>;
  }): Promise<{ changed: boolean }> {
    const { claims, onChange } = options;
    const mapping = claims.mapping.map(toMappingRow);
    const dependencies = claims.dependencies.map(toDependencyRow);
    return this.#client.transaction(async trx => {
      const known = await this.read(trx);
      const isKnown =
        (await isSame(known.mapping.map(toMappingRow), mapping)) &&
        (await isSame(known.dependencies.map(toDependencyRow), dependencies));
      if (isKnown) {
        return { changed: false };
      }
      await trx('cost_mapping').delete();
      await insert(trx, 'cost_mapping', mapping);
      await trx('cost_dependency').delete();
      await insert(trx, 'cost_dependency', dependencies);
      await onChange(trx);
      return { changed: true };
    });
  }
}

interface MappingRow {
  kind: MappingEntry['by'];
  name: string;
  value: string;
  entity_ref: string;
}

interface DependencyRow {
  resource_ref: string;
  consumer_ref: string;
  weight: number | null;
  split_by: CostDependency['key'] | null;
}

function toMappingRow(entry: MappingEntry): MappingRow {
  return {
    kind: entry.by,
    name: 'key' in entry ? entry.key ?? '' : '',
    value: entry.value,
    entity_ref: entry.entityRef,
  };
}

function fromMappingRow(row: MappingRow): MappingEntry {
  const { kind: by, name, value, entity_ref: entityRef } = row;
  return by === 'tag' || by === 'label'
    ? { by, ...(name && { key: name }), value, entityRef }
    : { by, value, entityRef };
}

function toDependencyRow(dependency: CostDependency): DependencyRow {
  return {
    resource_ref: dependency.resourceRef,
    consumer_ref: dependency.consumerRef,
    weight: dependency.weight ?? null,
    split_by: dependency.key ?? null,
  };
}

function fromDependencyRow(row: DependencyRow): CostDependency {
  return {
    resourceRef: row.resource_ref,
    consumerRef: row.consumer_ref,
    ...(row.weight !== null && { weight: row.weight }),
    ...(row.split_by && { key: row.split_by }),
  };
}

async function readAll<TRow, TItem>(options: {
  client: Knex;
  query: Knex.QueryBuilder;
  from(row: TRow): TItem;
}): Promise<TItem[]> {
  const pace = Pace.create();
  const items: TItem[] = [];
  for await (const rows of readPages<TRow>(options)) {
    rows.forEach(row => items.push(options.from(row)));
    await pace.rest();
  }
  return items;
}

/** Whether both are the same rows, each of which is there once. */
async function isSame(
  known: readonly object[],
  wanted: readonly object[],
): Promise<boolean> {
  const pace = Pace.create();
  const unseen = new Set<string>();
  for (const row of wanted) {
    unseen.add(JSON.stringify(row));
    await pace.rest();
  }
  let isKnown = known.length === unseen.size;
  for (const row of known) {
    isKnown = isKnown && unseen.delete(JSON.stringify(row));
    await pace.rest();
  }
  return isKnown && unseen.size === 0;
}

// another replica may write the same rows
async function insert(trx: Knex, table: string, rows: object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await trx(table)
      .insert(rows.slice(start, start + CHUNK))
      .onConflict()
      .ignore();
  }
}
