/** An answer, or the reading of one. */
interface Kept<TAnswer> {
  answer: Promise<TAnswer>;
  /** Milliseconds of `now` at which the reading began. */
  startedAt: number;
  reading: boolean;
}

/**
 * Answers that are given again for a moment. Who asks what is being read
 * already waits for that reading; who asks shortly afterwards is given its
 * answer. A failure is never given twice.
 *
 * The age of an answer is counted from the start of its reading, so that it
 * says nothing older than the bound (or than one reading takes, where that is
 * longer). Answers are shared: nobody may change one.
 */
export class RecentAnswers<TAnswer> {
  readonly #maxAgeMs: number;
  readonly #maxKept: number;
  readonly #now: () => number;
  /** By key, oldest first. */
  readonly #kept = new Map<string, Kept<TAnswer>>();

  /**
   * @param options.maxAgeMs - how old an answer may be, milliseconds
   * @param options.maxKept - how many there may be; the oldest give way
   * @param options.now - a clock in milliseconds that never goes back
   */
  static create<TAnswer>(options: {
    maxAgeMs: number;
    maxKept: number;
    now?: () => number;
  }): RecentAnswers<TAnswer> {
    return new RecentAnswers(options);
  }

  private constructor(options: {
    maxAgeMs: number;
    maxKept: number;
    now?: () => number;
  }) {
    this.#maxAgeMs = options.maxAgeMs;
    this.#maxKept = options.maxKept;
    this.#now = options.now ?? (() => performance.now());
  }

  /**
   * The recent answer to a question, or what `read` answers.
   *
   * @param key - holds all that the answer depends on, also who may see what
   */
  async get(key: string, read: () => Promise<TAnswer>): Promise<TAnswer> {
    this.#dropOld();
    const known = this.#kept.get(key);
    if (known) {
      return known.answer;
    }
    const kept: Kept<TAnswer> = {
      answer: read(),
      startedAt: this.#now(),
      reading: true,
    };
    this.#kept.set(key, kept);
    this.#dropOld();
    try {
      return await kept.answer;
    } catch (error) {
      if (this.#kept.get(key) === kept) {
        this.#kept.delete(key);
      }
      throw error;
    } finally {
      kept.reading = false;
    }
  }

  /** Whoever asks from now on is given what is read from now on. */
  forget(): void {
    this.#kept.clear();
  }

  #dropOld(): void {
    const before = this.#now() - this.#maxAgeMs;
    for (const [key, { startedAt, reading }] of this.#kept) {
      const isOld = !reading && startedAt <= before;
      if (isOld || this.#kept.size > this.#maxKept) {
        this.#kept.delete(key);
      }
    }
  }
}
