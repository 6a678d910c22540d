import { type BatchEvaluator, EVALUATION_SECONDS } from './BatchEvaluator';
import type { ObjectiveQueue, ObjectiveSource } from './ObjectiveQueue';
import type {
  RegisteredSource,
  SourceRegistry,
} from '../sources/SourceRegistry';

/**
 * Objectives that are read in one request. Sources group those of one query
 * shape, so that many together cost little more than one; yet enough batches
 * are left for the other lanes and replicas.
 */
const BATCH = { least: 200, most: 1_000 };
/** Lanes that may be there, over a few replicas. */
const SHARES = 6;
/** While a source is down, few objectives try it on behalf of all. */
const PROBE_BATCH = 20;
/** Batches of one source that one replica works on at a time. */
const LANES = 2;

/** Drains the due objectives of one source, or of all unknown sources. */
export class SourceLoop {
  readonly #options: SourceLoopOptions;
  #running: Promise<number> | undefined;

  static create(options: SourceLoopOptions): SourceLoop {
    return new SourceLoop(options);
  }

  private constructor(options: SourceLoopOptions) {
    this.#options = options;
  }

  /** Whether objectives are being evaluated now. */
  get busy(): boolean {
    return this.#running !== undefined;
  }

  /**
   * Evaluates until nothing is due any more. Joins a run that goes on.
   *
   * @returns how many objectives were evaluated
   */
  async drain(signal: AbortSignal): Promise<number> {
    this.#running ??= this.#lanes(signal).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #lanes(signal: AbortSignal): Promise<number> {
    const { queue, now } = this.#options;
    const due = await queue.countDue({
      source: this.#source,
      now: Math.floor(now() / 1000),
    });
    const share = Math.ceil(due / SHARES);
    const limit = Math.min(BATCH.most, Math.max(BATCH.least, share));
    const lanes = await Promise.allSettled(
      Array.from({ length: LANES }, () => this.#lane(limit, signal)),
    );
    let evaluated = 0;
    for (const lane of lanes) {
      if (lane.status === 'rejected') {
        throw lane.reason;
      }
      evaluated += lane.value;
    }
    return evaluated;
  }

  get #source(): ObjectiveSource {
    const { source, sources } = this.#options;
    return source ? { is: source.name } : { notIn: sources.names };
  }

  async #lane(limit: number, signal: AbortSignal): Promise<number> {
    const { queue, evaluator, source, now } = this.#options;
    let evaluated = 0;
    while (!signal.aborted) {
      const { downSince, probing } = await this.#health();
      const seconds = Math.floor(now() / 1000);
      const batch = await queue.claim({
        source: this.#source,
        now: seconds,
        // the try must not wait for the minute to end
        dueBefore: probing ? seconds + EVALUATION_SECONDS : seconds,
        limit: probing ? PROBE_BATCH : limit,
      });
      if (batch.objectives.length === 0) {
        return evaluated;
      }
      try {
        evaluated += await evaluator.evaluate({
          batch,
          source,
          downSince: probing ? undefined : downSince,
          signal,
        });
      } catch (error) {
        await queue.release({ lease: batch.lease });
        throw error;
      }
    }
    return evaluated;
  }

  /** Whether the source is known to be down, and whether to try it anyway. */
  async #health(): Promise<{ downSince?: number; probing: boolean }> {
    const { source, sources, now } = this.#options;
    if (!source) {
      return { probing: false };
    }
    const { name } = source;
    const state = (await sources.health.states([name])).get(name);
    if (!state || state.up) {
      return { probing: false };
    }
    const probing = await sources.health.claimProbe({ name, at: now() });
    return { downSince: state.downSince ?? now(), probing };
  }
}

/** @see SourceLoop */
export interface SourceLoopOptions {
  /** Undefined: the objectives whose source app-config does not have. */
  source: RegisteredSource | undefined;
  sources: SourceRegistry;
  queue: ObjectiveQueue;
  evaluator: BatchEvaluator;
  /** Unix milliseconds. */
  now: () => number;
}
