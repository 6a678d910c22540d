/** Whether somebody waits for the newest numbers, or history is filled. */
export type Urgency = 'live' | 'history';

/** Requests in flight at once, for one source. */
const SLOTS = 4;
/** History never takes all: a slow one would hold the newest numbers up. */
const HISTORY_SLOTS = 2;

/**
 * Bounds what is in flight to one source, whoever asks. Live requests go
 * before those for history, however long these have waited.
 */
export class RequestSlots {
  readonly #slots: number;
  readonly #running = { live: 0, history: 0 };
  readonly #waiting: Record<Urgency, Array<() => void>> = {
    live: [],
    history: [],
  };

  /** @param options.slots - requests in flight at once, 4 by default */
  static create(options: { slots?: number } = {}): RequestSlots {
    return new RequestSlots(options.slots ?? SLOTS);
  }

  private constructor(slots: number) {
    this.#slots = slots;
  }

  /** Runs a task when its turn comes. */
  async run<T>(urgency: Urgency, task: () => Promise<T>): Promise<T> {
    await new Promise<void>(enter => {
      this.#waiting[urgency].push(enter);
      this.#letIn();
    });
    try {
      return await task();
    } finally {
      this.#running[urgency] -= 1;
      this.#letIn();
    }
  }

  #letIn(): void {
    for (let urgency = this.#next(); urgency; urgency = this.#next()) {
      this.#running[urgency] += 1;
      this.#waiting[urgency].shift()!();
    }
  }

  #next(): Urgency | undefined {
    const { live, history } = this.#running;
    if (live + history >= this.#slots) {
      return undefined;
    }
    if (this.#waiting.live.length > 0) {
      return 'live';
    }
    return this.#waiting.history.length > 0 && history < HISTORY_SLOTS
      ? 'history'
      : undefined;
  }
}
