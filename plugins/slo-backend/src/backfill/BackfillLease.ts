import { randomUUID } from 'node:crypto';
import type { SloDatabase } from '../database/SloDatabase';

/** Longer than the slowest request and the pause before it. */
const LEASE_MS = 180_000;

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

  /** Lets another replica have it. */
  async release(): Promise<void> {
    await this.#database
      .client('slo_source')
      .where({ name: this.#source, backfill_owner: this.#owner })
      .update({ backfill_owner: null, backfill_until: null });
  }
}
