import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { isoInstant } from '@plimsoll/plugin-slo-common';
import type { ObjectiveReading } from '@plimsoll/plugin-slo-node';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SloDatabase } from '../database/SloDatabase';
import { isMeasurable } from '../evaluation/ClaimedObjective';
import type { EngineMetrics } from '../evaluation/EngineMetrics';
import type { ObjectiveQueue } from '../evaluation/ObjectiveQueue';
import { PAGE_SECONDS } from '../ledger/applyReading';
import { readFromSource } from '../sources/readFromSource';
import { sanitizeSourceError } from '../sources/sanitizeSourceError';
import type {
  RegisteredSource,
  SourceRegistry,
} from '../sources/SourceRegistry';
import { BackfillLease } from './BackfillLease';
import {
  type BackfillGroup,
  type BackfillItem,
  BackfillQueue,
} from './BackfillQueue';
import { type HistoryChunk, planChunk } from './planChunk';
import { RatePacer } from './RatePacer';
import { recordHistory } from './recordHistory';

/** Objectives of one request, and twice those of one after a failure. */
const GROUP = 200;
const RETRY_GROUP = 50;
/** A stretch that fails so often is left open. */
const MAX_ATTEMPTS = 6;
/** An objective that was read so lately is readable, seconds. */
const READABLE_SECONDS = 600;
/** Pause while the evaluation works, milliseconds. */
const YIELD_MS = 100;
/** How long the source's oldest sample is remembered, milliseconds. */
const OLDEST_MS = 600_000;

/** @see BackfillWorker */
export interface BackfillWorkerOptions {
  source: RegisteredSource;
  database: SloDatabase;
  sources: SourceRegistry;
  /** Told when an objective's history is there. */
  objectives: ObjectiveQueue;
  logger: LoggerService;
  metrics: EngineMetrics;
  /** Mean rate that history may cost the source. */
  queriesPerSecond: number;
  /** See `EngineTiming`. */
  leaseSeconds?: number;
  /** Whether the evaluation of this source works now; history waits then. */
  isEvaluating: () => boolean;
  /** Unix milliseconds. */
  now: () => number;
}

/**
 * Reads history of one source in chunks, newest first, at a bounded rate. What
 * is left to read lies in the database, so that any replica goes on where
 * another stopped.
 */
export class BackfillWorker {
  readonly #options: BackfillWorkerOptions;
  readonly #queue: BackfillQueue;
  readonly #lease: BackfillLease;
  readonly #pacer: RatePacer;
  #oldest: { at: number; value: number | undefined } | undefined;

  static create(options: BackfillWorkerOptions): BackfillWorker {
    return new BackfillWorker(options);
  }

  private constructor(options: BackfillWorkerOptions) {
    const { database, source, leaseSeconds, queriesPerSecond, now } = options;
    this.#options = options;
    this.#queue = BackfillQueue.create({ database });
    this.#lease = BackfillLease.create({
      database,
      source: source.name,
      leaseSeconds,
    });
    this.#pacer = RatePacer.create({ perSecond: queriesPerSecond, now });
  }

  /**
   * Reads until nothing is left, the source fails, or another replica has the
   * lease.
   *
   * @returns how many chunks were read
   */
  async drain(signal: AbortSignal): Promise<number> {
    let chunks = 0;
    const letGo = this.#lease.keep({
      now: this.#options.now,
      onError: error =>
        this.#options.logger.warn('Could not prolong the lease on history', {
          error: toError(error).message,
        }),
    });
    try {
      while (await this.#mayRead(signal)) {
        const group = await this.#next();
        if (!group || !(await this.#read(group, signal))) {
          break;
        }
        chunks += 1;
      }
    } finally {
      await letGo();
    }
    return chunks;
  }

  async #mayRead(signal: AbortSignal): Promise<boolean> {
    const { source, sources, isEvaluating, now } = this.#options;
    await this.#pacer.wait(signal);
    while (isEvaluating()) {
      await sleep(YIELD_MS, undefined, { signal });
    }
    signal.throwIfAborted();
    const state = (await sources.health.states([source.name])).get(source.name);
    return state?.up !== false && (await this.#lease.hold(now()));
  }

  async #next(): Promise<BackfillGroup | undefined> {
    const { source, now } = this.#options;
    return this.#queue.next({
      source: source.name,
      now: Math.floor(now() / 1000),
      limit: GROUP,
      retryLimit: RETRY_GROUP,
    });
  }

  /** @returns whether the source answered, and the lease still holds */
  async #read(group: BackfillGroup, signal: AbortSignal): Promise<boolean> {
    const { source, metrics, now } = this.#options;
    const seconds = Math.floor(now() / 1000);
    let chunk: HistoryChunk | undefined;
    try {
      const oldest = await this.#oldestSample(signal);
      if (oldest !== undefined && group.end <= oldest) {
        await this.#queue.advance({
          items: group.items,
          from: group.end,
          isDone: () => true,
        });
        return true;
      }
      chunk = planChunk({
        starts: group.items.map(({ start }) => start),
        end: group.end,
        oldest,
        attempts: group.items[0].attempts,
        now: seconds,
      });
      const readings = await this.#ask(group, chunk, signal);
      return await this.#record(group, chunk, readings);
    } catch (error) {
      signal.throwIfAborted();
      metrics.sourceFailed({ source: source.name });
      await this.#giveWay({ group, chunk, mayBeLeftOpen: true, error });
      return false;
    }
  }

  async #ask(
    group: BackfillGroup,
    chunk: HistoryChunk,
    signal: AbortSignal,
  ): Promise<Map<number, ObjectiveReading>> {
    const { source, metrics } = this.#options;
    const objectives = group.items
      .map(({ objective }) => objective)
      .filter(isMeasurable);
    if (objectives.length === 0) {
      return new Map();
    }
    const result = await readFromSource({
      registered: source,
      request: {
        ...chunk,
        objectives: objectives.map(({ definition }) => definition),
        purpose: 'history',
        signal,
      },
    });
    // an answer out of a memory costs something too: no loop is unpaced
    this.#pacer.spend(Math.max(1, result.queries));
    metrics.sourceRead({ ...result, source: source.name, kind: 'backfill' });
    return new Map(
      objectives.map(({ id }, index) => [id, result.readings[index]]),
    );
  }

  async #record(
    group: BackfillGroup,
    chunk: HistoryChunk,
    readings: Map<number, ObjectiveReading>,
  ): Promise<boolean> {
    const { database, now } = this.#options;
    const taken = await recordHistory({
      database,
      group,
      chunk,
      readings,
      isHeld: transaction => this.#lease.isHeld(transaction),
    });
    if (!taken) {
      return false;
    }
    const items = group.items.filter(({ objective }) =>
      taken.has(objective.id),
    );
    const oldest = this.#oldest?.value ?? 0;
    const done = await this.#queue.advance({
      items,
      from: chunk.from,
      isDone: () => chunk.from <= oldest,
    });
    // what was waited for is judged again at once
    await this.#options.objectives.makeDue({
      ids: done.map(({ objective }) => objective.id),
      now: Math.floor(now() / 1000),
    });
    await this.#keepUnread(group, chunk, readings, taken);
    return true;
  }

  /**
   * What came back with a fault was not read. It is left open only where the
   * objective's newest buckets are readable, so that the fault is the stretch's.
   */
  async #keepUnread(
    group: BackfillGroup,
    chunk: HistoryChunk,
    readings: Map<number, ObjectiveReading>,
    taken: ReadonlySet<number>,
  ): Promise<void> {
    const readableFrom =
      Math.floor(this.#options.now() / 1000) - READABLE_SECONDS;
    const unread = group.items.filter(
      ({ objective }) => !taken.has(objective.id),
    );
    const isReadable = ({ objective }: BackfillItem) =>
      (objective.readUpTo ?? 0) >= readableFrom;
    for (const mayBeLeftOpen of [true, false]) {
      const items = unread.filter(item => isReadable(item) === mayBeLeftOpen);
      if (items.length > 0) {
        const [fault] = readings.get(items[0].objective.id)?.faults ?? [];
        await this.#giveWay({
          group: { ...group, items },
          chunk,
          mayBeLeftOpen,
          error: new Error(fault?.message ?? 'The objective has changed'),
        });
      }
    }
  }

  async #giveWay(options: {
    group: BackfillGroup;
    chunk: HistoryChunk | undefined;
    /** After several failures it is not asked for again. */
    mayBeLeftOpen: boolean;
    error: unknown;
  }): Promise<void> {
    const { source, logger, now } = this.#options;
    const { group, chunk, mayBeLeftOpen, error } = options;
    const facts = {
      source: source.name,
      objectives: group.items.length,
      from: chunk && isoInstant(chunk.from),
      to: isoInstant(group.end),
      error: sanitizeSourceError(error),
    };
    if (chunk && mayBeLeftOpen && group.items[0].attempts + 1 >= MAX_ATTEMPTS) {
      logger.warn('History could not be read and is left open', facts);
      await this.#queue.advance({
        items: group.items,
        from: chunk.from,
        isDone: () => false,
      });
      return;
    }
    logger.info('History could not be read, it will be tried again', facts);
    await this.#queue.postpone({
      items: group.items,
      now: Math.floor(now() / 1000),
    });
  }

  async #oldestSample(signal: AbortSignal): Promise<number | undefined> {
    const { source, now } = this.#options;
    if (!source.source.oldestSample) {
      return undefined;
    }
    if (!this.#oldest || now() - this.#oldest.at > OLDEST_MS) {
      const value = await source.source.oldestSample({ signal });
      // a page that is cut by it is read whole
      this.#oldest = {
        at: now(),
        value: value === undefined ? undefined : pageStart(value),
      };
    }
    return this.#oldest.value;
  }
}

function pageStart(at: number): number {
  return Math.floor(at / PAGE_SECONDS) * PAGE_SECONDS;
}
