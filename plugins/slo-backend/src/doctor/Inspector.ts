import { ServiceUnavailableError } from '@backstage/errors';
import type {
  ObjectiveDefinition,
  ObjectiveInspection,
} from '@plimsoll/plugin-slo-common';
import pLimit from 'p-limit';
import type { ObjectiveSources } from '../objectives/ObjectiveSources';
import { sanitizeSourceError } from '../sources/sanitizeSourceError';

/** Whatever the source does inside. */
const TIMEOUT_MS = 20_000;
const KEPT_MS = 60_000;
const MAX_KEPT = 500;
/** Objectives that are asked about at once, over all callers. */
const AT_ONCE = 2;
/** Of all callers together; then new ones are told to come back. */
const MAX_WAITING = 60;

/** What a source said of an objective, or why it said nothing. */
export type Inspected =
  | { inspection: ObjectiveInspection; at: number; reason?: undefined }
  | { inspection?: undefined; reason: string; fix: string };

interface Kept {
  until: number;
  answer: Promise<Inspected>;
}

/**
 * Asks sources about objectives for the doctor: few at once, with an end to
 * the wait, and the same question once a minute, whoever asks. It is asked of
 * the source under its own guards, so an answer may be shared by all who may
 * ask it.
 */
export class Inspector {
  readonly #sources: ObjectiveSources;
  readonly #now: () => number;
  readonly #timeoutMs: number;
  readonly #kept = new Map<string, Kept>();
  readonly #turns = pLimit(AT_ONCE);

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

  /** What stands behind the queries of an objective; never throws. */
  async inspect(objective: ObjectiveDefinition): Promise<Inspected> {
    const { source, indicator, budgeting, window } = objective;
    const key = JSON.stringify([source, indicator, budgeting, window]);
    const nowMs = this.#now() * 1_000;
    const known = this.#kept.get(key);
    if (known && known.until > nowMs) {
      return known.answer;
    }
    if (this.#turns.pendingCount >= MAX_WAITING) {
      return {
        reason: 'too many documents are being checked',
        fix: 'Ask again in a minute',
      };
    }
    const answer = this.#turns(() => this.#ask(objective));
    this.#keep(key, { until: nowMs + KEPT_MS, answer });
    return answer;
  }

  #keep(key: string, entry: Kept): void {
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT) {
      this.#kept.delete(oldest);
    }
  }

  async #ask(objective: ObjectiveDefinition): Promise<Inspected> {
    const { source: name } = objective;
    const source = this.#sources.get(name)?.source;
    if (!source?.inspect) {
      return {
        reason: `the source '${name}' cannot be asked about what stands behind queries`,
        fix: 'Look at the numbers of the objective once it is measured',
      };
    }
    const at = this.#now();
    const timeout = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        const error = new ServiceUnavailableError(
          `it did not answer within ${this.#timeoutMs / 1_000} s`,
        );
        timeout.abort(error);
        reject(error);
      }, this.#timeoutMs);
    });
    try {
      const inspection = await Promise.race([
        source.inspect({ objective, at, signal: timeout.signal }),
        expired,
      ]);
      return { inspection, at };
    } catch (error) {
      return {
        reason: `the source '${name}' could not be asked: ${sanitizeSourceError(
          error,
        )}`,
        fix: 'Ask again later; everything that needs no source is checked',
      };
    } finally {
      clearTimeout(timer);
    }
  }
}
