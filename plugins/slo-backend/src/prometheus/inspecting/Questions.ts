import {
  QueryRefusedError,
  QueryTimeoutError,
  QueryTooLargeError,
  type PrometheusApi,
  type Series,
} from '@plimsoll/prometheus-client';
import { openDuration, renderSelector, type Selector } from '@plimsoll/promql';

/** Of one objective. */
const MAX_QUESTIONS = 40;
/** For each of them. */
const TIMEOUT_SECONDS = 5;
/** A sample this old still says that a series is there. */
const ALIVE_SECONDS = 900;

/** What is asked, and on behalf of which place in the document. */
interface Question {
  query: string;
  path: string;
}

/**
 * Asks a server about one objective: a bounded number of questions, each with
 * a short end to the wait. What it would not answer is written down; only when
 * the server is away altogether it throws.
 */
export class Questions {
  /** Questions without an answer, one a place. */
  readonly unanswered: Array<{ path: string; message: string }> = [];
  readonly at: number;
  readonly #api: PrometheusApi;
  readonly #signal: AbortSignal | undefined;
  #asked = 0;

  /** @param options.at - Unix seconds that count as now */
  static create(options: {
    api: PrometheusApi;
    at: number;
    signal?: AbortSignal;
  }): Questions {
    return new Questions(options);
  }

  private constructor(options: {
    api: PrometheusApi;
    at: number;
    signal?: AbortSignal;
  }) {
    this.#api = options.api;
    this.at = options.at;
    this.#signal = options.signal;
  }

  /** A query at this instant; `undefined` where there was no answer. */
  now(question: Question): Promise<Series[] | undefined> {
    return this.#ask(question, limits =>
      this.#api.query({ ...limits, time: this.at }),
    );
  }

  /** A query at points of the past; `undefined` where there was no answer. */
  past(
    question: Question & { from: number; step: number },
  ): Promise<Series[] | undefined> {
    const { from, step } = question;
    return this.#ask(question, limits =>
      this.#api.queryRange({ ...limits, start: from, end: this.at, step }),
    );
  }

  /** How many series a selector finds; `undefined` where there was no answer. */
  async count(selector: Selector, path: string): Promise<number | undefined> {
    const answer = await this.now({ query: countOf(alive(selector)), path });
    return answer && numberOf(answer);
  }

  async #ask(
    { query, path }: Question,
    send: (limits: {
      query: string;
      timeoutSeconds: number;
      signal?: AbortSignal;
    }) => Promise<Series[]>,
  ): Promise<Series[] | undefined> {
    this.#asked += 1;
    if (this.#asked > MAX_QUESTIONS) {
      this.#note(path, `at most ${MAX_QUESTIONS} questions are asked`);
      return undefined;
    }
    try {
      return await send({
        query,
        timeoutSeconds: TIMEOUT_SECONDS,
        signal: this.#signal,
      });
    } catch (error) {
      if (
        error instanceof QueryRefusedError ||
        error instanceof QueryTooLargeError ||
        error instanceof QueryTimeoutError
      ) {
        this.#note(path, error.message);
        return undefined;
      }
      throw error;
    }
  }

  #note(path: string, message: string): void {
    if (!this.unanswered.some(known => known.path === path)) {
      this.unanswered.push({ path, message });
    }
  }
}

/** The series of a selector that had a sample lately. */
export function alive(selector: Selector): string {
  return `last_over_time(${renderSelector(selector)}[${openDuration(
    ALIVE_SECONDS,
  )}])`;
}

/** How many series an expression answers. */
export function countOf(expression: string): string {
  return `count(${expression})`;
}

/** The value of an answer that is one number; 0 where it is empty. */
export function numberOf(answer: Series[]): number {
  return answer[0]?.points.at(-1)?.[1] ?? 0;
}
