import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { databaseFault } from '@plimsoll/plugin-database';
import { checkpointAside } from '../database/checkpointAside';
import type { CostDatabase } from '../database/CostDatabase';
import { allocateMonth } from './allocateMonth';
import type { AllocationSettings } from './AllocationSettings';
import { markUnproved } from './markUnproved';

/** How often a replica looks for marks when nobody wakes it, milliseconds. */
const TICK_MS = 2_000;
/** A month that cannot be allotted is tried again after this. */
const RETRY_MS = 5 * 60_000;

/** How often a replica looks for months that lack their proof, milliseconds. */
const PROVE_EVERY_MS = 10 * 60_000;

/** @see AllocationWorker */
export interface AllocationWorkerOptions {
  database: CostDatabase;
  settings: AllocationSettings;
  logger: LoggerService;
  /** What follows from new costs, in the same replica. Idempotent. */
  derive(options: { signal: AbortSignal }): Promise<void>;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * Allots marked months anew, the latest first. Each replica runs one; they
 * share the work through the marks, which a transaction holds while it works
 * and a killed replica leaves behind.
 */
export class AllocationWorker {
  readonly #options: AllocationWorkerOptions;
  readonly #now: () => number;
  readonly #stopping = new AbortController();
  /** When it looked for months that lack their proof, Unix milliseconds. */
  #provedAt = -Infinity;
  #wake: (() => void) | undefined;
  #running: Promise<void> | undefined;

  static create(options: AllocationWorkerOptions): AllocationWorker {
    return new AllocationWorker(options);
  }

  private constructor(options: AllocationWorkerOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Starts this replica's loop. */
  start(): void {
    this.#running = this.#run();
  }

  /** Finishes the month that is being written. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The cost worker is shutting down'));
    this.#wake?.();
    await this.#running;
  }

  /** Says that there is something to do. */
  wake(): void {
    this.#wake?.();
  }

  /**
   * Allots until no mark is left that is due, then lets derive.
   *
   * @returns how many months were allotted
   */
  async drain(): Promise<number> {
    const { signal } = this.#stopping;
    let months = 0;
    await this.#markUnproved();
    while (!signal.aborted && (await this.#isDue())) {
      const { client } = this.#options.database;
      if (!(await checkpointAside(client, () => this.#allotNext()))) {
        break;
      }
      months++;
    }
    await this.#options.derive({ signal });
    return months;
  }

  /** At the start, and again: the last old replica may end after this one began. */
  async #markUnproved(): Promise<void> {
    const now = this.#now();
    if (now - this.#provedAt >= PROVE_EVERY_MS) {
      const { client } = this.#options.database;
      await markUnproved({ client, now });
      this.#provedAt = now;
    }
  }

  async #isDue(): Promise<boolean> {
    const mark = await this.#options.database
      .client('cost_dirty')
      .where('due_at', '<=', this.#now())
      .first('billing_month');
    return mark !== undefined;
  }

  async #allotNext(): Promise<boolean> {
    const { database, settings, logger } = this.#options;
    let billingMonth: string | undefined;
    try {
      return await database.client.transaction(async trx => {
        const marks = trx('cost_dirty')
          .where('due_at', '<=', this.#now())
          .orderBy('billing_month', 'desc')
          .limit(1);
        if (database.isShared) {
          marks.forUpdate().skipLocked();
        }
        [billingMonth] = await marks.pluck('billing_month');
        if (billingMonth === undefined) {
          return false;
        }
        const parts = await allocateMonth({
          trx,
          billingMonth,
          settings,
          now: this.#now(),
        });
        await trx('cost_dirty').where('billing_month', billingMonth).delete();
        await trx('cost_poll')
          .insert({ name: 'derive', state: 'due' })
          .onConflict('name')
          .merge({ state: 'due' });
        logger.debug(`Allotted the bill of ${billingMonth}: ${parts} parts`);
        return true;
      });
    } catch (error) {
      if (billingMonth === undefined) {
        throw error;
      }
      logger.error(
        `The bill of ${billingMonth} could not be allotted, the last split stays`,
        databaseFault(error),
      );
      await database
        .client('cost_dirty')
        .where('billing_month', billingMonth)
        .update({ due_at: this.#now() + RETRY_MS });
      return true;
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.drain();
      } catch (error) {
        if (!signal.aborted) {
          this.#options.logger.error(
            'Costs could not be worked out, trying again',
            toError(error),
          );
        }
      }
      await this.#pause();
    }
  }

  async #pause(): Promise<void> {
    const { signal } = this.#stopping;
    const woken = new Promise<void>(resolve => {
      this.#wake = resolve;
    });
    await Promise.race([
      woken,
      sleep(TICK_MS, undefined, { signal }).catch(() => undefined),
    ]);
    this.#wake = undefined;
  }
}
