import type {
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { toError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackfillWorker } from '../backfill/BackfillWorker';
import type { SloDatabase } from '../database/SloDatabase';
import { RevisionWatch } from '../revisions/RevisionWatch';
import { LedgerMaintenance } from '../ledger/LedgerMaintenance';
import type { LedgerStore } from '../ledger/LedgerStore';
import type { SourceRegistry } from '../sources/SourceRegistry';
import { BatchEvaluator, EVALUATION_SECONDS } from './BatchEvaluator';
import { type EngineConfig, readEngineConfig } from './EngineConfig';
import { EngineMetrics } from './EngineMetrics';
import { ENGINE_TIMING, type EngineTiming } from './EngineTiming';
import { ObjectiveQueue } from './ObjectiveQueue';
import { SourceLoop } from './SourceLoop';

/** After a full minute, so that all replicas agree on the minute. */
const AFTER_MINUTE_MS = 500;
/** How often sources are asked what has become another past, milliseconds. */
const REVISION_TICK_MS = 30_000;

/** @see EvaluationEngine */
export interface EvaluationEngineOptions {
  config: RootConfigService;
  database: SloDatabase;
  ledger: LedgerStore;
  sources: SourceRegistry;
  logger: LoggerService;
  metrics: MetricsService;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
  /** Told at the end of each round in which objectives were evaluated. */
  onEvaluated?: () => void;
  timing?: EngineTiming;
}

/**
 * Evaluates every objective every minute and fills the ledger's history. Each
 * replica runs one; they share the work through the database.
 */
export class EvaluationEngine {
  readonly #config: EngineConfig;
  readonly #database: SloDatabase;
  readonly #logger: LoggerService;
  readonly #loops: SourceLoop[];
  readonly #backfills: BackfillWorker[];
  readonly #revisions: RevisionWatch[];
  readonly #onEvaluated: (() => void) | undefined;
  readonly #timing: EngineTiming;
  readonly #stopping = new AbortController();
  #running: Promise<unknown> | undefined;

  /** @throws InputError when app-config's `slo` part cannot be used */
  static create(options: EvaluationEngineOptions): EvaluationEngine {
    return new EvaluationEngine(options);
  }

  private constructor(options: EvaluationEngineOptions) {
    const { database, ledger, sources, logger, now = Date.now } = options;
    this.#config = readEngineConfig(options.config);
    this.#database = database;
    this.#logger = logger;
    this.#onEvaluated = options.onEvaluated;
    this.#timing = options.timing ?? ENGINE_TIMING;
    const { leaseSeconds } = this.#timing;
    const metrics = EngineMetrics.create({ metrics: options.metrics });
    const queue = ObjectiveQueue.create({ database, leaseSeconds });
    const shared = { database, ledger, sources, queue, logger, metrics, now };
    const evaluator = BatchEvaluator.create(shared);
    const registered = sources.names.flatMap(name => sources.get(name) ?? []);
    const known = registered.map(source =>
      SourceLoop.create({ ...shared, evaluator, source }),
    );
    this.#loops = [
      ...known,
      SourceLoop.create({ ...shared, evaluator, source: undefined }),
    ];
    this.#backfills = registered.map((source, index) =>
      BackfillWorker.create({
        ...shared,
        source,
        objectives: queue,
        leaseSeconds,
        queriesPerSecond: this.#config.backfillQueriesPerSecond,
        isEvaluating: () => known[index].busy,
      }),
    );
    this.#revisions = registered
      .filter(({ source }) => source.revised)
      .map(source => RevisionWatch.create({ database, sources, source, now }));
  }

  /**
   * Starts this replica's loops when the backend is up, stops them when it
   * shuts down, and schedules what one replica does for all.
   */
  async start(options: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
  }): Promise<void> {
    const { scheduler, lifecycle } = options;
    await LedgerMaintenance.create({
      database: this.#database,
      logger: this.#logger,
      keepDays: this.#config.keepDays,
      keepRemovedDays: this.#config.keepRemovedDays,
    }).schedule(scheduler);
    lifecycle.addStartupHook(() => this.#run());
    lifecycle.addShutdownHook(() => this.stop());
  }

  /**
   * Evaluates what is due, once.
   *
   * @returns how many objectives were evaluated
   */
  async evaluateDue(): Promise<number> {
    const counts = await Promise.all(
      this.#loops.map(loop => this.#drain(loop)),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /**
   * Reads history until none is left or a source fails.
   *
   * @returns how many chunks were read
   */
  async backfillDue(): Promise<number> {
    let chunks = 0;
    for (const worker of this.#backfills) {
      chunks += await worker.drain(this.#stopping.signal);
    }
    return chunks;
  }

  /** Finishes what is being written and gives the rest back. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The SLO engine is shutting down'));
    await this.#running;
  }

  #run(): void {
    const { signal } = this.#stopping;
    const { tickMs } = this.#timing;
    this.#running = Promise.all([
      ...this.#loops.map(loop =>
        this.#repeat(
          () => this.#drain(loop),
          () => untilNextTick(tickMs),
        ),
      ),
      ...this.#backfills.map(worker =>
        this.#repeat(
          () => worker.drain(signal),
          () => tickMs,
        ),
      ),
      ...this.#revisions.map(watch =>
        this.#repeat(
          () => watch.look(signal),
          () => REVISION_TICK_MS,
        ),
      ),
    ]);
  }

  async #drain(loop: SourceLoop): Promise<number> {
    const evaluated = await loop.drain(this.#stopping.signal);
    if (evaluated > 0) {
      this.#onEvaluated?.();
    }
    return evaluated;
  }

  /** Works, waits and works again; an error is logged and tried again. */
  async #repeat(
    work: () => Promise<unknown>,
    pauseMs: () => number,
  ): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await work();
      } catch (error) {
        if (!signal.aborted) {
          this.#logger.error('The SLO evaluation failed', toError(error));
        }
      }
      await sleep(pauseMs(), undefined, { signal }).catch(() => undefined);
    }
  }
}

function untilNextTick(tickMs: number): number {
  const minute = EVALUATION_SECONDS * 1000;
  const untilMinute = minute - (Date.now() % minute) + AFTER_MINUTE_MS;
  return Math.min(tickMs, untilMinute);
}
