import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { databaseFault } from '@plimsoll/plugin-database';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import type { IdentityResolver } from '../identity/IdentityResolver';
import { runLanes } from '../lanes/runLanes';
import type { ObservationWriter } from '../observations/ObservationWriter';
import type { Sender } from '../senders/Sender';
import type { InboxMetrics } from './InboxMetrics';
import { Pulse } from './Pulse';
import { applyDeliveries } from './applyDeliveries';
import { claimWaiting } from './claimWaiting';
import { readDelivery } from './readDelivery';
import { type ClaimedDelivery, postponeDelivery } from './postponeDelivery';
import { writeOutcomes } from './writeOutcomes';

/** A look at what other replicas took in, or what is due again, milliseconds. */
const TICK_MS = 1_000;

/** @see InboxWorker */
export interface InboxWorkerOptions {
  database: StabilityDatabase;
  resolver: IdentityResolver;
  observations: ObservationWriter;
  /** Any source has one: those of polled sources share theirs. */
  senderOf: (source: string) => Sender;
  logger: LoggerService;
  /** None by default. */
  metrics?: InboxMetrics;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
  /** Told after each commit that wrote observations. */
  onObserved?: () => void;
  /** Deliveries of one transaction. */
  batch?: number;
  /** Transactions at a time. */
  lanes?: number;
}

/**
 * Reads what the inbox holds and writes what it says, each delivery once:
 * effect and mark are one transaction. Each replica runs one; they share the
 * work through the database.
 */
export class InboxWorker {
  readonly #options: InboxWorkerOptions;
  readonly #now: () => number;
  readonly #batch: number;
  /** One reads while the database works for another; SQLite has one writer. */
  readonly #lanes: number;
  readonly #pulse: Pulse;

  static create(options: InboxWorkerOptions): InboxWorker {
    return new InboxWorker(options);
  }

  private constructor(options: InboxWorkerOptions) {
    const { database, logger } = options;
    this.#options = options;
    this.#now = options.now ?? Date.now;
    // SQLite has one connection, which the doors wait for meanwhile
    this.#batch = options.batch ?? (database.isShared ? 200 : 50);
    this.#lanes = database.isShared ? options.lanes ?? 2 : 1;
    this.#pulse = Pulse.create({
      everyMs: TICK_MS,
      work: signal => this.drain(signal),
      onError: error =>
        logger.error(
          'The stability inbox could not be read',
          databaseFault(error),
        ),
    });
  }

  /** Begins to work and goes on until {@link stop}. */
  start(): void {
    this.#pulse.start();
  }

  /** Looks now instead of at the next tick. */
  wake(): void {
    this.#pulse.wake();
  }

  /** Finishes what it is at. */
  async stop(): Promise<void> {
    await this.#pulse.stop();
  }

  /**
   * Works until nothing is due.
   *
   * @returns how many deliveries were read
   * @throws when the database does not answer
   */
  async drain(signal?: AbortSignal): Promise<number> {
    return runLanes(this.#lanes, () => this.#drainLane(signal));
  }

  async #drainLane(signal?: AbortSignal): Promise<number> {
    let read = 0;
    while (!signal?.aborted) {
      const taken = await this.#takeBatch();
      read += taken;
      if (taken === 0) {
        break;
      }
      // lets the doors have the connection in between
      await new Promise(resolve => setImmediate(resolve));
    }
    return read;
  }

  /** One delivery that the database refuses must not hold up the others. */
  async #takeBatch(): Promise<number> {
    try {
      return await this.#take(this.#batch, []);
    } catch {
      return this.#takeOneByOne();
    }
  }

  async #takeOneByOne(): Promise<number> {
    let taken = 0;
    while (taken < this.#batch) {
      const claimed: ClaimedDelivery[] = [];
      try {
        if ((await this.#take(1, claimed)) === 0) {
          break;
        }
      } catch (error) {
        const [delivery] = claimed;
        if (delivery === undefined) {
          throw error;
        }
        const { database, metrics } = this.#options;
        const given = await postponeDelivery({
          client: database.client,
          delivery,
          now: this.#now(),
          error: databaseFault(error),
        });
        metrics?.read(given);
      }
      taken++;
    }
    return taken;
  }

  /** @param claimed - is told which deliveries it tries */
  async #take(limit: number, claimed: ClaimedDelivery[]): Promise<number> {
    const { database, metrics, onObserved } = this.#options;
    const { read, observed } = await database.client.transaction(trx =>
      this.#apply(trx, limit, claimed),
    );
    metrics?.read(read);
    if (observed > 0) {
      onObserved?.();
    }
    return read.length;
  }

  async #apply(trx: Knex, limit: number, claimed: ClaimedDelivery[]) {
    const { database, resolver, observations: writer } = this.#options;
    const { dialect } = database;
    const rows = await claimWaiting({ trx, dialect, now: this.#now(), limit });
    if (rows.length === 0) {
      return { read: [], observed: 0 };
    }
    claimed.push(...rows);
    const deliveries = rows.map(row =>
      readDelivery(row, this.#options.senderOf),
    );
    const { observations, withdrawn, outcomes } = await applyDeliveries({
      trx,
      deliveries,
      resolver,
      now: this.#now(),
    });
    if (observations.length > 0) {
      await writer.write({ observations, withdrawn, trx });
    }
    await writeOutcomes({ trx, dialect, outcomes });
    const read = outcomes.map(({ state }, index) => ({
      source: rows[index].source,
      state,
    }));
    return { read, observed: observations.length };
  }
}
