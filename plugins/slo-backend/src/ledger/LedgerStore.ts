import {
  type Bucket,
  type LedgerRange,
  type LedgerSum,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import { ledgerSums, type SumRequest } from './ledgerSums';
import { loadPages } from './ledgerPages';
import { lockObjectives } from './lockObjectives';

/**
 * What each objective did, kept for good: bad and total units and covered
 * seconds in 5-minute cells for 3 days, then in 15-minute cells for 400 days,
 * then in days of the objective's zone. Times are Unix seconds.
 */
export class LedgerStore {
  readonly #database: SloDatabase;
  readonly #client: Knex;

  static create(options: { database: SloDatabase }): LedgerStore {
    return new LedgerStore(options.database);
  }

  private constructor(database: SloDatabase) {
    this.#database = database;
    this.#client = database.client;
  }

  /** The measured buckets in order, each as long as that stretch keeps them. */
  async readBuckets(
    options: { objectiveId: number } & LedgerRange,
  ): Promise<Bucket[]> {
    const { objectiveId, from, to } = options;
    const pages = await loadPages({
      client: this.#client,
      objectiveIds: [objectiveId],
      from,
      to,
    });
    return (pages.get(objectiveId) ?? []).flatMap(page =>
      page.buckets({ from, to }),
    );
  }

  /** Sums one stretch of many objectives in one statement. */
  async sum(
    options: { objectiveIds: number[] } & LedgerRange,
  ): Promise<Map<number, LedgerSum>> {
    const { objectiveIds, from, to } = options;
    const sums = await this.sums(
      objectiveIds.map(objectiveId => ({
        objectiveId,
        ranges: [{ from, to }],
      })),
    );
    return new Map([...sums].map(([id, [sum]]) => [id, sum]));
  }

  /** Sums several stretches of many objectives, in the order of the ranges. */
  async sums(requests: SumRequest[]): Promise<Map<number, LedgerSum[]>> {
    const results = await ledgerSums({ client: this.#client, requests });
    return new Map(
      [...results].map(([id, sums]) => [
        id,
        sums.map(({ inconsistent: _, ...sum }) => sum),
      ]),
    );
  }

  /**
   * Empties the ledgers of objectives that measure something else than before
   * (their `definition_hash` is not the ledger's), so that one ledger never
   * mixes two meanings, and forgets how far they were read and backfilled.
   *
   * @returns the objectives whose ledger was emptied
   */
  async startAnew(objectiveIds: number[]): Promise<number[]> {
    const database = this.#database;
    return patientTransaction({ database }, async transaction => {
      const locked = await lockObjectives(transaction, objectiveIds);
      const changed = [...locked.values()].filter(
        ({ definitionHash, ledgerHash }) => definitionHash !== ledgerHash,
      );
      const ids = changed.map(({ id }) => id);
      if (ids.length === 0) {
        return [];
      }
      await transaction('slo_ledger').whereIn('objective_id', ids).delete();
      await transaction('slo_backfill').whereIn('objective_id', ids).delete();
      await transaction('slo_status')
        .whereIn('objective_id', ids)
        .update({ daily: null });
      await transaction('slo_objective')
        .whereIn('id', ids)
        .update({
          ledger_hash: transaction.ref('definition_hash'),
          backfilled_from: null,
          read_up_to: null,
          measured_from: null,
          measured_up_to: null,
        });
      return ids;
    });
  }
}
