import { ServiceUnavailableError } from '@backstage/errors';
import type {
  ObjectiveDefinition,
  ObjectiveInspection,
} from '@plimsoll/plugin-slo-common';
import pLimit, { type LimitFunction } from 'p-limit';
import type { ObjectiveSources } from '../objectives/ObjectiveSources';
import { sanitizeSourceError } from '../sources/sanitizeSourceError';

/** Whatever the source does inside. */
const TIMEOUT_MS = 20_000;
const KEPT_MS = 60_000;
const MAX_KEPT = 500;
/**
 * Objectives that one source is asked about at once, over all callers: it takes
 * two requests for history, and one of them is left to the backfill.
 */
const AT_ONCE = 1;
/** Of all callers of a source; then new ones are told to come back. */
const MAX_WAITING = 60;

/** What a source said of an objective, or why it said nothing. */
export type Inspected =
  | { inspection: ObjectiveInspection; at: number; reason?: undefined }
  | { inspection?: undefined; reason: string; fix: string };

interface Kept {
  /** Unix milliseconds. */
  until: number;
  answer: Promise<Inspected>;
  /** How many wait for the answer. */
  waiting: number;
  /** Lets go of the source when nobody waits any more. */
  abandon: AbortController;
}

type Source = NonNullable<ReturnType<ObjectiveSources['get']>>['source'];

const OUT_OF_TIME: Inspected = {
  reason: 'its source had no time left to answer',
  fix: 'Check this document alone, or ask again later',
};

/**
 * Asks sources about objectives for the doctor: one at a time, with an end to
 * the wait, and the same question once a minute, whoever asks. It is asked of
 * the source under its own guards, so an answer may be shared by all who may
 * ask it.
 */
export class Inspector {
  readonly #sources: ObjectiveSources;
  readonly #now: () => number;
  readonly #timeoutMs: number;
  readonly #kept = new Map<string, Kept>();
  readonly #turns = new Map<string, LimitFunction>();

  static create(options: {
    sources: ObjectiveSources;
    /** Unix seconds. */
    now(): number;
    /** Longest wait for a source, 20 s by default. */
    timeoutMs?: number;
  }): Inspector {
    return new Inspector(options);
  }

  private constructor(options: {
    sources: ObjectiveSources;
    now(): number;
    timeoutMs?: number;
  }) {
    this.#sources = options.sources;
    this.#now = options.now;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /**
   * What stands behind the queries of an objective; never throws.
   *
   * @param signal - when the caller waits no longer. The source is let go of
   * once nobody waits.
   */
  async inspect(
    objective: ObjectiveDefinition,
    signal?: AbortSignal,
  ): Promise<Inspected> {
    const { source: name, indicator, budgeting, window } = objective;
    const source = this.#sources.get(name)?.source;
    if (!source?.inspect) {
      return {
        reason: `the source '${name}' cannot be asked about what stands behind queries`,
        fix: 'Look at the numbers of the objective once it is measured',
      };
    }
    const key = JSON.stringify([name, indicator, budgeting, window]);
    const nowMs = this.#now() * 1_000;
    const known = this.#kept.get(key);
    if (known && known.until > nowMs) {
      return this.#wait(key, known, signal);
    }
    const turns = this.#turnsOf(name);
    if (turns.pendingCount >= MAX_WAITING) {
      return {
        reason: 'too many documents are being checked',
        fix: 'Ask again in a minute',
      };
    }
    const abandon = new AbortController();
    const answer = turns(() =>
      this.#ask({ objective, source, abandoned: abandon.signal }),
    );
    const kept = { until: nowMs + KEPT_MS, answer, waiting: 0, abandon };
    this.#keep(key, kept);
    return this.#wait(key, kept, signal);
  }

  async #wait(
    key: string,
    kept: Kept,
    signal: AbortSignal | undefined,
  ): Promise<Inspected> {
    kept.waiting += 1;
    const left = new AbortController();
    const gone = new Promise<undefined>(resolve => {
      if (signal?.aborted) {
        resolve(undefined);
      }
      signal?.addEventListener('abort', () => resolve(undefined), {
        once: true,
        signal: left.signal,
      });
    });
    try {
      const answer = await Promise.race([kept.answer, gone]);
      if (!answer && kept.waiting === 1) {
        kept.abandon.abort();
        this.#kept.delete(key);
      }
      return answer ?? OUT_OF_TIME;
    } finally {
      kept.waiting -= 1;
      left.abort();
    }
  }

  #turnsOf(name: string): LimitFunction {
    const turns = this.#turns.get(name) ?? pLimit(AT_ONCE);
    this.#turns.set(name, turns);
    return turns;
  }

  #keep(key: string, entry: Kept): void {
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT) {
      this.#kept.delete(oldest);
    }
  }

  async #ask(options: {
    objective: ObjectiveDefinition;
    source: Source;
    abandoned: AbortSignal;
  }): Promise<Inspected> {
    const { objective, source, abandoned } = options;
    if (abandoned.aborted || !source.inspect) {
      return OUT_OF_TIME;
    }
    const at = this.#now();
    const stop = new AbortController();
    let end = (_error: Error) => {};
    const ended = new Promise<never>((_resolve, reject) => {
      end = error => {
        stop.abort(error);
        reject(error);
      };
    });
    // a source may throw before it is waited for
    ended.catch(() => {});
    const timer = setTimeout(
      () =>
        end(
          new ServiceUnavailableError(
            `it did not answer within ${this.#timeoutMs / 1_000} s`,
          ),
        ),
      this.#timeoutMs,
    );
    abandoned.addEventListener(
      'abort',
      () => end(new ServiceUnavailableError('nobody waits any more')),
      { once: true },
    );
    try {
      const inspection = await Promise.race([
        source.inspect({ objective, at, signal: stop.signal }),
        ended,
      ]);
      return { inspection, at };
    } catch (error) {
      return {
        reason: `the source '${
          objective.source
        }' could not be asked: ${sanitizeSourceError(error)}`,
        fix: 'Ask again later; everything that needs no source is checked',
      };
    } finally {
      clearTimeout(timer);
    }
  }
}
