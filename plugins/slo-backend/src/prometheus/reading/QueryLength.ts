/** Below the 16 KiB at which VictoriaMetrics refuses a query. */
export const SHORT_QUERY_BYTES = 15_000;
/** Most servers and proxies take a body of a megabyte. */
const LONG_QUERY_BYTES = 60_000;
const BELIEVED_MS = 60 * 60_000;

/**
 * How long queries of a source may be: long ones, so that fewer are needed,
 * until it refuses one whose parts it takes. It is asked, not guessed from
 * what it calls itself.
 */
export class QueryLength {
  readonly #now: () => number;
  #shortUntil = -Infinity;

  static create(options?: { now?: () => number }): QueryLength {
    return new QueryLength(options?.now ?? Date.now);
  }

  private constructor(now: () => number) {
    this.#now = now;
  }

  /** Bytes that a query may have. */
  get maxBytes(): number {
    return this.#now() < this.#shortUntil
      ? SHORT_QUERY_BYTES
      : LONG_QUERY_BYTES;
  }

  /** Long queries were refused for their length. */
  refused(): void {
    this.#shortUntil = this.#now() + BELIEVED_MS;
  }
}
