import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { SloDatabase } from '../database/SloDatabase';
import { ENGINE_TIMING, renewalMs } from '../evaluation/EngineTiming';

/**
 * Lets one replica at a time read history from a source, so that the bounded
 * rate holds for the source and not for each replica.
 */
export class BackfillLease {
  readonly #database: SloDatabase;
  readonly #source: string;
  readonly #leaseSeconds: number;
  readonly #owner = randomUUID();

  /** @param options.leaseSeconds - see `EngineTiming` */
  static create(options: BackfillLeaseOptions): BackfillLease {
    return new BackfillLease(options);
  }

  private constructor(options: BackfillLeaseOptions) {
    this.#database = options.database;
    this.#source = options.source;
    this.#leaseSeconds = options.leaseSeconds ?? ENGINE_TIMING.leaseSeconds;
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
      .update({
        backfill_owner: this.#owner,
        backfill_until: this.#until(now),
      });
    return held > 0;
  }

  /**
   * Whether this replica still has the lease, asked by a transaction that holds
   * the objectives it is about to write. Who takes the lease later waits for
   * them, so that what was read before never follows what was read after.
   */
  async isHeld(transaction: Knex.Transaction): Promise<boolean> {
    const [row] = await this.#mine().transacting(transaction).select('name');
    return row !== undefined;
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
    }, renewalMs({ leaseSeconds: this.#leaseSeconds }));
    timer.unref();
    return async () => {
      clearInterval(timer);
      await this.#release();
    };
  }

  async #prolong(now: number): Promise<void> {
    await this.#mine().update({ backfill_until: this.#until(now) });
  }

  #until(now: number): number {
    return now + this.#leaseSeconds * 1000;
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

interface BackfillLeaseOptions {
  database: SloDatabase;
  source: string;
  leaseSeconds?: number;
}
