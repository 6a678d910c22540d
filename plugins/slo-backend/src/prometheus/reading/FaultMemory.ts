const KEPT_MS = 5 * 60_000;
const MAX_ENTRIES = 5_000;

/**
 * Remembers for five minutes which expressions the server refused, so that a
 * bad query does not break its bundle anew every minute.
 */
export class FaultMemory {
  readonly #entries = new Map<string, { message: string; until: number }>();
  readonly #now: () => number;

  static create(options?: { now?: () => number }): FaultMemory {
    return new FaultMemory(options?.now ?? Date.now);
  }

  private constructor(now: () => number) {
    this.#now = now;
  }

  /** Why the expression was refused lately, or `undefined`. */
  recall(key: string): string | undefined {
    const entry = this.#entries.get(key);
    if (entry && entry.until <= this.#now()) {
      this.#entries.delete(key);
      return undefined;
    }
    return entry?.message;
  }

  /** Notes why the expression was refused. */
  remember(key: string, message: string): void {
    this.#entries.delete(key);
    this.#entries.set(key, { message, until: this.#now() + KEPT_MS });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MAX_ENTRIES) {
      this.#entries.delete(oldest);
    }
  }
}
