interface Queue {
  /** One question at a time: a source takes two, and one is the backfill's. */
  busy: boolean;
  /** Those who wait, the first first: what lets each of them begin. */
  waiting: Set<() => void>;
}

/**
 * Whose turn it is to ask a source on behalf of people who wait, over all
 * callers. Who waits no longer gives the place up at once.
 */
export class SourceTurns {
  readonly #queues = new Map<string, Queue>();

  static create(): SourceTurns {
    return new SourceTurns();
  }

  private constructor() {}

  /** How many wait for a source, without the one whose turn it is. */
  waiting(source: string): number {
    return this.#queues.get(source)?.waiting.size ?? 0;
  }

  /**
   * Does work when its turn has come.
   *
   * @param options.left - when nobody waits for it any more
   * @returns undefined when `left` came before the turn
   */
  async take<TResult>(options: {
    source: string;
    left: AbortSignal;
    work(): Promise<TResult>;
  }): Promise<TResult | undefined> {
    const { source, left, work } = options;
    const queue = this.#queues.get(source) ?? {
      busy: false,
      waiting: new Set(),
    };
    this.#queues.set(source, queue);
    if (left.aborted || (queue.busy && !(await turnOf(queue, left)))) {
      return undefined;
    }
    queue.busy = true;
    try {
      return await work();
    } finally {
      // it stays busy where it is handed on
      const [next] = queue.waiting;
      queue.busy = next !== undefined;
      next?.();
    }
  }
}

/** Waits in a queue; whether the turn has come, or the place was given up. */
function turnOf({ waiting }: Queue, left: AbortSignal): Promise<boolean> {
  return new Promise(resolve => {
    const settled = new AbortController();
    const begin = () => {
      waiting.delete(begin);
      settled.abort();
      resolve(true);
    };
    const leave = () => {
      waiting.delete(begin);
      resolve(false);
    };
    waiting.add(begin);
    left.addEventListener('abort', leave, {
      once: true,
      signal: settled.signal,
    });
  });
}
