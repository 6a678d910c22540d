import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { databaseFault, faultOf } from '@plimsoll/plugin-database';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import { runLanes } from '../lanes/runLanes';
import { DirtyServices } from './DirtyServices';
import { FactsMetrics } from './FactsMetrics';
import { type FoldFailure, foldMany } from './foldMany';
import type { FoldRules } from './foldService';

/** How often a replica looks for marks when nobody wakes it, milliseconds. */
const TICK_MS = 1_000;
/** How often services that fall due by themselves are looked for. */
const DUE_TICK_MS = 15_000;
/** A service whose history cannot be folded is tried again after this. */
const RETRY_MS = 5 * 60_000;

/** @see FactsWorker */
export interface FactsWorkerOptions extends FoldRules {
  database: StabilityDatabase;
  logger: LoggerService;
  metrics: MetricsService;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * Makes facts of what was observed: takes marked services, folds each one's
 * whole history and writes what came of it. Each replica runs one; they share
 * the work through the database.
 */
export class FactsWorker {
  readonly #options: FactsWorkerOptions;
  readonly #dirty: DirtyServices;
  readonly #metrics: FactsMetrics;
  readonly #now: () => number;
  readonly #stopping = new AbortController();
  /** Services in one transaction; on SQLite it keeps everybody waiting. */
  readonly #batch: number;
  /** Transactions at a time: one folds while the database works for another. */
  readonly #lanes: number;
  #wake: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #dueLookedFor = 0;

  static create(options: FactsWorkerOptions): FactsWorker {
    return new FactsWorker(options);
  }

  private constructor(options: FactsWorkerOptions) {
    this.#options = options;
    this.#dirty = DirtyServices.create(options);
    this.#metrics = FactsMetrics.create(options);
    this.#now = options.now ?? Date.now;
    this.#batch = options.database.isShared ? 20 : 5;
    this.#lanes = options.database.isShared ? 2 : 1;
  }

  /** Starts this replica's loop. */
  start(): void {
    this.#running = this.#run();
  }

  /** Finishes the batch that is being written. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The stability worker is shutting down'));
    this.#wake?.();
    await this.#running;
  }

  /** Says that there is something to fold. */
  wake(): void {
    this.#wake?.();
  }

  /**
   * Folds until no mark is left that is due.
   *
   * @returns how many services were folded
   */
  async drain(): Promise<number> {
    const now = this.#now();
    if (now - this.#dueLookedFor >= DUE_TICK_MS) {
      await this.#dirty.markDue({ now });
      this.#dueLookedFor = now;
    }
    return runLanes(this.#lanes, () => this.#foldAll());
  }

  async #foldAll(): Promise<number> {
    let folded = 0;
    for (;;) {
      const services = this.#stopping.signal.aborted
        ? 0
        : await this.#foldBatch();
      if (services === 0) {
        return folded;
      }
      folded += services;
    }
  }

  async #foldBatch(): Promise<number> {
    const { database, rules, targets, bands } = this.#options;
    const startedAt = performance.now();
    const now = this.#now();
    if (this.#dirty.isGathering(now)) {
      return 0;
    }
    const { services, failures } = await database.client.transaction(
      async trx => {
        const entityRefs = await this.#dirty.claim({
          trx,
          now,
          limit: this.#batch,
        });
        const failed =
          entityRefs.length === 0
            ? []
            : await foldMany({
                trx,
                entityRefs,
                now,
                rules,
                targets,
                bands,
              });
        for (const { entityRef } of failed) {
          const until = now + RETRY_MS;
          await this.#dirty.postpone({ trx, entityRef, until });
        }
        return { services: entityRefs.length, failures: failed };
      },
    );
    this.#tell(failures);
    if (services > 0) {
      this.#metrics.folded({
        services,
        failures: failures.length,
        durationMs: performance.now() - startedAt,
      });
    }
    return services;
  }

  #tell(failures: FoldFailure[]): void {
    for (const { entityRef, error } of failures) {
      this.#options.logger.error(
        `The facts of ${entityRef} could not be made, the last ones stay`,
        faultOf(error),
      );
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
            'Stability facts could not be made, trying again',
            databaseFault(error),
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
