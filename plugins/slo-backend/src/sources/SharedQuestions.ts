import { ServiceUnavailableError } from '@backstage/errors';
import type { SourceTurns } from './SourceTurns';

/** How long an answer is given again, milliseconds. */
const KEPT_MS = 60_000;
const MAX_KEPT = 500;
/** Of all callers of a source; then new ones are told to come back. */
const MAX_WAITING = 60;

/**
 * What came of a question: its answer; why there is none; `busy`, since too many
 * wait for the source; `left`, since the caller waits no longer.
 */
export type Outcome<TAnswer> =
  | { kind: 'answer'; answer: TAnswer }
  | { kind: 'failed'; error: unknown }
  | { kind: 'busy' }
  | { kind: 'left' };

/** A question to a source. */
export interface SharedQuestion<TAnswer> {
  /** Name of the source. */
  source: string;
  /** All that the answer depends on. */
  key: string;
  /** When the caller waits no longer. */
  signal?: AbortSignal;
  /** Asks the source; lets go of it when the signal says so. */
  ask(signal: AbortSignal): Promise<TAnswer>;
}

interface Kept<TAnswer> {
  /** Unix milliseconds. */
  until: number;
  outcome: Promise<Outcome<TAnswer>>;
  /** How many wait for it. */
  waiting: number;
  /** Lets go of the source when nobody waits any more. */
  abandon: AbortController;
}

interface SharedQuestionsOptions {
  turns: SourceTurns;
  /** Longest wait for a source, whatever it does inside, milliseconds. */
  timeoutMs: number;
  /** Answers that are kept, 500 by default. */
  maxKept?: number;
  /**
   * Whether a question that failed is asked again when somebody asks it; by
   * default it is given the same failure for a minute, for the source's sake.
   */
  retriesFailures?: boolean;
  /** Unix seconds. */
  now(): number;
}

/**
 * Asks sources on behalf of people: in turn, with an end to the wait, and the
 * same question once a minute, whoever asks. It is asked of the source under
 * its own guards, so an answer may be shared by all who may ask it.
 */
export class SharedQuestions<TAnswer> {
  readonly #options: SharedQuestionsOptions;
  readonly #kept = new Map<string, Kept<TAnswer>>();

  static create<TAnswer>(
    options: SharedQuestionsOptions,
  ): SharedQuestions<TAnswer> {
    return new SharedQuestions(options);
  }

  private constructor(options: SharedQuestionsOptions) {
    this.#options = options;
  }

  /** Never throws. The source is let go of once nobody waits. */
  async ask(question: SharedQuestion<TAnswer>): Promise<Outcome<TAnswer>> {
    const { source, signal } = question;
    const key = JSON.stringify([source, question.key]);
    const nowMs = this.#options.now() * 1_000;
    const known = this.#kept.get(key);
    if (known && known.until > nowMs) {
      return this.#wait(key, known, signal);
    }
    const { turns } = this.#options;
    if (turns.waiting(source) >= MAX_WAITING) {
      return { kind: 'busy' };
    }
    const abandon = new AbortController();
    const outcome = this.#inTurn(question, abandon.signal);
    const kept = { until: nowMs + KEPT_MS, outcome, waiting: 0, abandon };
    this.#keep(key, kept);
    if (this.#options.retriesFailures) {
      void outcome.then(({ kind }) => {
        if (kind !== 'answer') {
          this.#forget(key, kept);
        }
      });
    }
    return this.#wait(key, kept, signal);
  }

  async #wait(
    key: string,
    kept: Kept<TAnswer>,
    signal: AbortSignal | undefined,
  ): Promise<Outcome<TAnswer>> {
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
      const outcome = await Promise.race([kept.outcome, gone]);
      if (!outcome && kept.waiting === 1) {
        kept.abandon.abort();
        this.#forget(key, kept);
      }
      return outcome ?? { kind: 'left' };
    } finally {
      kept.waiting -= 1;
      left.abort();
    }
  }

  /** Only this one: somebody may have asked anew meanwhile. */
  #forget(key: string, entry: Kept<TAnswer>): void {
    if (this.#kept.get(key) === entry) {
      this.#kept.delete(key);
    }
  }

  #keep(key: string, entry: Kept<TAnswer>): void {
    const { maxKept = MAX_KEPT } = this.#options;
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > maxKept) {
      this.#kept.delete(oldest);
    }
  }

  async #inTurn(
    question: SharedQuestion<TAnswer>,
    abandoned: AbortSignal,
  ): Promise<Outcome<TAnswer>> {
    const outcome = await this.#options.turns.take({
      source: question.source,
      left: abandoned,
      work: () => this.#ask(question, abandoned),
    });
    return outcome ?? { kind: 'left' };
  }

  async #ask(
    { ask }: SharedQuestion<TAnswer>,
    abandoned: AbortSignal,
  ): Promise<Outcome<TAnswer>> {
    const { timeoutMs } = this.#options;
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
            `it did not answer within ${timeoutMs / 1_000} s`,
          ),
        ),
      timeoutMs,
    );
    const leave = () =>
      end(new ServiceUnavailableError('nobody waits any more'));
    abandoned.addEventListener('abort', leave, { once: true });
    if (abandoned.aborted) {
      leave();
    }
    try {
      const answer = await Promise.race([ask(stop.signal), ended]);
      return { kind: 'answer', answer };
    } catch (error) {
      return { kind: 'failed', error };
    } finally {
      clearTimeout(timer);
    }
  }
}
