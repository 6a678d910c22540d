import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { GroupLink } from '../groups/GroupLink';
import { replaceGroupLinks } from '../groups/replaceGroupLinks';
import type { IndexedService } from './IndexedService';
import { migrateServiceIndex } from './migrateServiceIndex';
import {
  fromServiceRow,
  type ServiceOwnerRow,
  type ServiceRow,
  toServiceRow,
} from './serviceRow';

/** Rows per statement: far below the parameter limits of both databases. */
const CHUNK = 200;

/** How many services one {@link ServiceIndex.replaceAll} touched. @public */
export interface ServiceIndexChanges {
  added: number;
  changed: number;
  removed: number;
}

/**
 * A backend's own mirror of the catalog's services, in the plugin's own
 * database, so that filters and permissions are decided in SQL.
 *
 * @public
 */
export class ServiceIndex {
  readonly #knex: Knex;

  /** Migrates the tables unless the database is configured to skip that. */
  static async create(options: {
    database: DatabaseService;
  }): Promise<ServiceIndex> {
    const knex = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await migrateServiceIndex(knex);
    }
    return new ServiceIndex(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The services that are known under these refs, by ref. */
  async getServices(
    entityRefs: string[],
  ): Promise<Map<string, IndexedService>> {
    const found = new Map<string, IndexedService>();
    for (const refs of chunks([...new Set(entityRefs)])) {
      for (const service of await readSome(this.#knex, refs)) {
        found.set(service.entityRef, service);
      }
    }
    return found;
  }

  /** Every service, by ref. */
  async getAll(): Promise<Map<string, IndexedService>> {
    return readAll(this.#knex);
  }

  /**
   * Makes the index hold exactly these services, in one transaction. Rows that
   * are right already are not written again.
   */
  async replaceAll(services: IndexedService[]): Promise<ServiceIndexChanges> {
    return this.#knex.transaction(async trx => {
      const known = await readAll(trx);
      const wanted = new Map(services.map(item => [item.entityRef, item]));
      const outdated = [...wanted.values()].filter(
        service => !isSame(known.get(service.entityRef), service),
      );
      const removed = [...known.keys()].filter(ref => !wanted.has(ref));
      const changed = outdated.filter(item => known.has(item.entityRef));

      await forget(trx, [...removed, ...changed.map(item => item.entityRef)]);
      await remember(trx, outdated);
      return {
        added: outdated.length - changed.length,
        changed: changed.length,
        removed: removed.length,
      };
    });
  }

  /**
   * Makes the index hold exactly this hierarchy of groups, in one transaction.
   *
   * @returns whether it was another one before
   */
  async replaceGroups(links: readonly GroupLink[]): Promise<boolean> {
    const changes = await this.#knex.transaction(trx =>
      replaceGroupLinks(trx, links),
    );
    return changes > 0;
  }
}

/** In one statement, since every page of every list asks for its services. */
async function readSome(
  knex: Knex,
  entityRefs: string[],
): Promise<IndexedService[]> {
  const rows: Array<ServiceRow & { owner_ref: string | null }> = await knex(
    'service_index as service',
  )
    .leftJoin(
      'service_index_owner as owner',
      'owner.entity_ref',
      'service.entity_ref',
    )
    .whereIn('service.entity_ref', entityRefs)
    .select('service.*', 'owner.owner_ref');
  return join(
    [...new Map(rows.map(row => [row.entity_ref, row])).values()],
    rows.flatMap(({ entity_ref, owner_ref }) =>
      owner_ref === null ? [] : [{ entity_ref, owner_ref }],
    ),
  );
}

async function readAll(knex: Knex): Promise<Map<string, IndexedService>> {
  const rows = await knex<ServiceRow>('service_index').select();
  const owners = await knex<ServiceOwnerRow>('service_index_owner').select();
  return new Map(join(rows, owners).map(item => [item.entityRef, item]));
}

async function forget(trx: Knex, entityRefs: string[]): Promise<void> {
  for (const refs of chunks([...entityRefs].sort())) {
    await trx('service_index_owner').whereIn('entity_ref', refs).delete();
    await trx('service_index').whereIn('entity_ref', refs).delete();
  }
}

// Conflicts are merged, since another replica may write the same rows.
async function remember(trx: Knex, services: IndexedService[]): Promise<void> {
  for (const part of chunks(services)) {
    await trx<ServiceRow>('service_index')
      .insert(part.map(toServiceRow))
      .onConflict('entity_ref')
      .merge();
  }
  const owners = services.flatMap(({ entityRef, owners: refs }) =>
    refs.map(ref => ({ entity_ref: entityRef, owner_ref: ref })),
  );
  for (const part of chunks(owners)) {
    await trx<ServiceOwnerRow>('service_index_owner')
      .insert(part)
      .onConflict(['owner_ref', 'entity_ref'])
      .ignore();
  }
}

function join(rows: ServiceRow[], owners: ServiceOwnerRow[]): IndexedService[] {
  const ownersOf = new Map<string, string[]>();
  for (const { entity_ref: ref, owner_ref: owner } of owners) {
    ownersOf.set(ref, [...(ownersOf.get(ref) ?? []), owner]);
  }
  return rows.map(row =>
    fromServiceRow(row, ownersOf.get(row.entity_ref) ?? []),
  );
}

function isSame(known: IndexedService | undefined, wanted: IndexedService) {
  const normal = fromServiceRow(toServiceRow(wanted), wanted.owners);
  return JSON.stringify(known) === JSON.stringify(normal);
}

function* chunks<T>(items: T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += CHUNK) {
    yield items.slice(start, start + CHUNK);
  }
}
