import { createHash } from 'node:crypto';
import type { ServiceIndex, IndexedService } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import type { ServiceHealthDatabase } from '../database/ServiceHealthDatabase';
import { inChunks } from '../database/inChunks';
import { readLenses } from '../lenses/readLenses';
import type { ServiceLenses } from '../lenses/ServiceLenses';
import { isShown, type ShownTypes } from './isShown';
import { toMoneyColumns } from './toMoneyColumns';
import { toSummaryColumns } from './toSummaryColumns';

/** Names the lock under which rows are written, among those of this database. */
const LOCK = 7_302_115;

/** @see SummaryWriter */
export interface SummaryWriterOptions {
  database: Pick<ServiceHealthDatabase, 'client' | 'isShared'>;
  services: ServiceIndex;
  shownTypes: ShownTypes;
  /** ISO 4217; shown where there are several. */
  currency: string | undefined;
}

/**
 * Makes the rows of services from what the catalog and the lenses say. Rows are
 * made from nothing but what is kept, one writer at a time, so that whoever
 * comes last is right.
 */
export class SummaryWriter {
  readonly #options: SummaryWriterOptions;
  /** Who waits for the lock holds a connection; readers need some, too. */
  readonly #turn = pLimit(1);

  static create(options: SummaryWriterOptions): SummaryWriter {
    return new SummaryWriter(options);
  }

  private constructor(options: SummaryWriterOptions) {
    this.#options = options;
  }

  /** Whether a service has a row, by whether any lens speaks of it. */
  shows(service: IndexedService, isSpokenOf: boolean): boolean {
    return isShown({ ...this.#options, service, isSpokenOf });
  }

  /**
   * Makes the rows of these services anew, where they are not so already; what is
   * no service loses its row.
   */
  async write(entityRefs: readonly string[]): Promise<void> {
    const { database, services } = this.#options;
    for (const refs of inChunks(entityRefs)) {
      const known = await services.getServices(refs);
      await this.#turn(() =>
        database.client.transaction(async trx => {
          if (database.isShared) {
            await trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
          }
          await this.#writeSome({ trx, refs, known });
        }),
      );
    }
  }

  /** The same of all services that have a row, but of these. */
  async writeOthers(entityRefs: ReadonlySet<string>): Promise<void> {
    const { client } = this.#options.database;
    const refs: string[] = await client('service_summary').pluck('entity_ref');
    await this.write(refs.filter(ref => !entityRefs.has(ref)));
  }

  async #writeSome(options: {
    trx: Knex.Transaction;
    refs: readonly string[];
    known: ReadonlyMap<string, IndexedService>;
  }): Promise<void> {
    const { trx, refs, known } = options;
    const { currency } = this.#options;
    const lensesOf = await readLenses({
      client: trx,
      currency,
      entityRefs: refs,
    });
    const hashes = await readHashes(trx, refs);
    const made = refs.flatMap(entityRef => {
      const service = known.get(entityRef);
      const lenses = lensesOf.get(entityRef);
      return service && this.shows(service, lenses !== undefined)
        ? [this.#make(service, lenses ?? { costs: [] })]
        : [];
    });
    const kept = new Set(made.map(({ row }) => row.entity_ref));
    const changed = made.filter(
      ({ row }) => hashes.get(row.entity_ref) !== row.row_hash,
    );
    const outdated = [
      ...refs.filter(ref => hashes.has(ref) && !kept.has(ref)),
      ...changed.map(({ row }) => row.entity_ref),
    ];
    await trx('service_money').whereIn('entity_ref', outdated).delete();
    await trx('service_summary').whereIn('entity_ref', outdated).delete();
    if (changed.length > 0) {
      // SQLite takes no more than some hundred rows of so many columns at once
      for (const part of inChunks(changed)) {
        await trx('service_summary').insert(part.map(({ row }) => row));
      }
      for (const part of inChunks(changed.flatMap(({ money }) => money))) {
        await trx('service_money').insert(part);
      }
    }
  }

  #make(service: IndexedService, lenses: ServiceLenses) {
    const { currency } = this.#options;
    const { entityRef } = service;
    const columns = toSummaryColumns({ service, lenses, currency });
    const money = lenses.costs.map(toMoneyColumns);
    const row_hash = createHash('sha256')
      .update(JSON.stringify([columns, money]))
      .digest('base64url');
    return {
      row: { entity_ref: entityRef, row_hash, ...columns },
      money: money.map(amounts => ({ entity_ref: entityRef, ...amounts })),
    };
  }
}

async function readHashes(
  trx: Knex.Transaction,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const rows: Array<{ entity_ref: string; row_hash: string }> = await trx(
    'service_summary',
  )
    .whereIn('entity_ref', refs)
    .select('entity_ref', 'row_hash');
  return new Map(rows.map(row => [row.entity_ref, row.row_hash]));
}
