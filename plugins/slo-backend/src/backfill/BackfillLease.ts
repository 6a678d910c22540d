import { randomUUID } from 'node:crypto';
import type { SloDatabase } from '../database/SloDatabase';

/** Milliseconds after which a replica that says nothing has lost the lease. */
const LEASE_MS = 60_000;
const RENEWALS_PER_LEASE = 3;

/**
 * Lets one replica at a time read history from a source, so that the bounded
 * rate holds for the source and not for each replica.
 */
export class BackfillLease {
  readonly #database: SloDatabase;
  readonly #source: string;
  readonly #owner = randomUUID();

  static create(options: {
    database: SloDatabase;
    source: string;
  }): BackfillLease {
    return new BackfillLease(options);
  }

  private constructor(options: { database: SloDatabase; source: string }) {
    this.#database = options.database;
    this.#source = options.source;
  }

  /**
   * Takes or prolongs the lease.
   *
   * @param now - Unix milliseconds
   * @returns whether this replica has it
   */
  async hold(now: number): Promise<boolean> {
    const held = await this.#database
      .client('slo_source')
      .where('name', this.#source)
      .andWhere(row =>
        row
          .whereNull('backfill_owner')
          .orWhere('backfill_owner', this.#owner)
          .orWhere('backfill_until', '<', now),
      )
      .update({ backfill_owner: this.#owner, backfill_until: now + LEASE_MS });
    return held > 0;
  }

  /**
   * Prolongs the lease while work goes on, however long a source takes.
   *
   * @returns ends that, and lets another replica have the lease
   */
  keep(options: {
    /** Unix milliseconds. */
    now: () => number;
    onError: (error: unknown) => void;
  }): () => Promise<void> {
    const { now, onError } = options;
    const timer = setInterval(() => {
      this.#prolong(now()).catch(onError);
    }, LEASE_MS / RENEWALS_PER_LEASE);
    timer.unref();
    return async () => {
      clearInterval(timer);
      await this.#release();
    };
  }

  async #prolong(now: number): Promise<void> {
    await this.#mine().update({ backfill_until: now + LEASE_MS });
  }

  async #release(): Promise<void> {
    await this.#mine().update({ backfill_owner: null, backfill_until: null });
  }

  #mine() {
    return this.#database
      .client('slo_source')
      .where({ name: this.#source, backfill_owner: this.#owner });
  }
}
