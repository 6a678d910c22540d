import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  type SourceHealth,
  stringifyObjectiveKey,
} from '@plimsoll/plugin-slo-common';
import { setImmediate as breathe } from 'node:timers/promises';
import type { SloDatabase } from '../database/SloDatabase';
import type { LedgerStore } from '../ledger/LedgerStore';
import { sanitizeSourceError } from '../sources/sanitizeSourceError';
import type {
  RegisteredSource,
  SourceRegistry,
} from '../sources/SourceRegistry';
import { type ClaimedObjective, isMeasurable } from './ClaimedObjective';
import type { EngineMetrics } from './EngineMetrics';
import type { ClaimedBatch, ObjectiveQueue } from './ObjectiveQueue';
import { type FreshReading, readObjectives } from './readObjectives';
import { whileHolding } from './whileHolding';
import { writeEvaluation } from './writeEvaluation';
import { writeUnjudged } from './writeUnjudged';

/** Evaluations happen at whole minutes, so that all replicas mean one instant. */
export const EVALUATION_SECONDS = 60;

/**
 * Objectives that are written in one transaction. SQLite blocks the process and
 * has one connection: others wait for no more than a few dozen milliseconds.
 * PostgreSQL does both beside others; there each statement costs a round trip.
 */
const CHUNK = { own: 30, shared: 150 };

/** What the evaluation works with. */
export interface BatchEvaluatorOptions {
  database: SloDatabase;
  ledger: LedgerStore;
  sources: SourceRegistry;
  queue: ObjectiveQueue;
  logger: LoggerService;
  metrics: EngineMetrics;
  /** Unix milliseconds. */
  now: () => number;
}

/** Evaluates claimed objectives of one source: read, record, judge, write. */
export class BatchEvaluator {
  readonly #options: BatchEvaluatorOptions;

  static create(options: BatchEvaluatorOptions): BatchEvaluator {
    return new BatchEvaluator(options);
  }

  private constructor(options: BatchEvaluatorOptions) {
    this.#options = options;
  }

  /**
   * @param options.source - undefined: app-config has none of this name
   * @param options.downSince - Unix milliseconds; set: the source is not asked
   * @returns how many objectives were evaluated
   */
  async evaluate(options: {
    batch: ClaimedBatch;
    source: RegisteredSource | undefined;
    downSince?: number;
    signal: AbortSignal;
  }): Promise<number> {
    const { batch, source, downSince, signal } = options;
    const { queue, logger, metrics, now } = this.#options;
    return whileHolding(
      { queue, lease: batch.lease, logger, now },
      async () => {
        const at =
          Math.floor(now() / 1000 / EVALUATION_SECONDS) * EVALUATION_SECONDS;
        const objectives = await this.#startAnew(batch.objectives);
        let health: SourceHealth = { kind: 'missing' };
        let readings = new Map<number, FreshReading>();
        if (source && downSince !== undefined) {
          health = { kind: 'down', since: Math.floor(downSince / 1000) };
        } else if (source) {
          ({ health, readings } = await this.#read({
            source,
            objectives,
            at,
            signal,
          }));
        }
        const evaluated = await this.#write({
          lease: batch.lease,
          objectives,
          readings,
          health,
          at,
          signal,
        });
        metrics.written(now() / 1000 - at);
        return evaluated;
      },
    );
  }

  /** Empties the ledgers of objectives that measure something else by now. */
  async #startAnew(
    objectives: ClaimedObjective[],
  ): Promise<ClaimedObjective[]> {
    const { ledger, logger } = this.#options;
    const changed = objectives.filter(
      objective =>
        isMeasurable(objective) &&
        objective.ledgerHash !== objective.definitionHash,
    );
    if (changed.length === 0) {
      return objectives;
    }
    const emptied = new Set(
      await ledger.startAnew(changed.map(({ id }) => id)),
    );
    const replaced = changed.filter(({ ledgerHash }) => ledgerHash);
    if (replaced.length > 0) {
      logger.info(
        'Objectives measure something else; their ledgers start anew',
        {
          objectives: replaced
            .map(({ definition }) => definition.ref)
            .join(' '),
        },
      );
    }
    return objectives.map(objective =>
      emptied.has(objective.id)
        ? {
            id: objective.id,
            definition: objective.definition,
            faults: objective.faults,
            contentHash: objective.contentHash,
            definitionHash: objective.definitionHash,
            ledgerHash: objective.definitionHash,
          }
        : objective,
    );
  }

  async #read(options: {
    source: RegisteredSource;
    objectives: ClaimedObjective[];
    at: number;
    signal: AbortSignal;
  }): Promise<{ health: SourceHealth; readings: Map<number, FreshReading> }> {
    const { source, at, signal } = options;
    const { sources, queue, logger, metrics, now } = this.#options;
    const { name } = source;
    const objectives = options.objectives.filter(isMeasurable);
    if (objectives.length === 0) {
      return { health: { kind: 'up' }, readings: new Map() };
    }
    try {
      const { readings, durationMs, queries } = await readObjectives({
        source,
        objectives,
        at,
        signal,
      });
      metrics.sourceRead({ source: name, durationMs, queries });
      const ended = await sources.health.answered({
        name,
        at: now(),
        durationMs,
      });
      if (ended) {
        logger.info(`Source '${name}' answers again`, { source: name });
        await queue.makeDue({ source: name, now: Math.floor(now() / 1000) });
      }
      return { health: { kind: 'up' }, readings };
    } catch (error) {
      signal.throwIfAborted();
      metrics.sourceFailed({ source: name });
      const failedAt = now();
      const begun = await sources.health.failed({ name, at: failedAt, error });
      const reason = sanitizeSourceError(error);
      if (begun) {
        logger.warn(`Source '${name}' does not answer: ${reason}`, {
          source: name,
        });
      }
      const state = (await sources.health.states([name])).get(name);
      return {
        health: {
          kind: 'down',
          since: Math.floor((state?.downSince ?? failedAt) / 1000),
        },
        readings: new Map(),
      };
    }
  }

  async #write(options: WriteBatchOptions): Promise<number> {
    const { objectives, signal } = options;
    const { database, metrics } = this.#options;
    const size = database.isShared ? CHUNK.shared : CHUNK.own;
    let evaluated = 0;
    for (let index = 0; index < objectives.length; index += size) {
      signal.throwIfAborted();
      const started = performance.now();
      const written = await this.#writeChunk({
        ...options,
        objectives: objectives.slice(index, index + size),
      });
      evaluated += written;
      metrics.evaluated({
        objectives: written,
        durationMs: performance.now() - started,
      });
      await breathe();
    }
    return evaluated;
  }

  /** One objective that cannot be judged must not spoil those beside it. */
  async #writeChunk(options: WriteBatchOptions): Promise<number> {
    const { database, queue, logger, now } = this.#options;
    const { objectives, at } = options;
    const nextAt = at + EVALUATION_SECONDS;
    try {
      return await writeEvaluation({
        ...options,
        database,
        nextAt,
        now: now(),
      });
    } catch (error) {
      if (objectives.length === 1) {
        const [objective] = objectives;
        const isNews = await writeUnjudged({
          ...options,
          database,
          queue,
          objective,
          nextAt,
          now: now(),
        });
        if (isNews) {
          logger.error(
            `Could not evaluate ${stringifyObjectiveKey(objective.definition)}`,
            toError(error),
          );
        }
        return 0;
      }
      const half = Math.ceil(objectives.length / 2);
      let evaluated = 0;
      for (const part of [objectives.slice(0, half), objectives.slice(half)]) {
        evaluated += await this.#writeChunk({ ...options, objectives: part });
      }
      return evaluated;
    }
  }
}

interface WriteBatchOptions {
  lease: string;
  objectives: ClaimedObjective[];
  readings: Map<number, FreshReading>;
  health: SourceHealth;
  /** Unix seconds. */
  at: number;
  signal: AbortSignal;
}
