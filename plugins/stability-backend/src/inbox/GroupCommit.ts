import { ServiceUnavailableError } from '@backstage/errors';

interface Waiting<TItem, TResult> {
  item: TItem;
  resolve(result: TResult): void;
  reject(error: unknown): void;
}

/** @see GroupCommit */
export interface GroupCommitOptions<TItem, TResult> {
  /** Commits all or none; results in the order of the items. */
  commit(items: TItem[]): Promise<TResult[]>;
  /** Most items of one commit. */
  batch: number;
  /** Commits at the same time. */
  lanes: number;
  /** Most items that may wait. */
  capacity: number;
  /** How heavy an item is: its bytes, for instance; 0 by default. */
  weightOf?(item: TItem): number;
  /** Most that those that wait may weigh, and those of one commit. */
  weights?: { waiting: number; commit: number };
  /** Milliseconds that an item waits for company before a commit begins. */
  pauseMs: number;
}

/**
 * Commits items of many callers together: a commit waits for the disk once,
 * however many rows it holds. What arrives while a commit goes on, goes with
 * the next one.
 */
export class GroupCommit<TItem, TResult> {
  readonly #options: GroupCommitOptions<TItem, TResult>;
  readonly #waiting: Array<Waiting<TItem, TResult>> = [];
  #running = 0;
  #weight = 0;
  #isPausing = false;

  static create<TItem, TResult>(
    options: GroupCommitOptions<TItem, TResult>,
  ): GroupCommit<TItem, TResult> {
    return new GroupCommit(options);
  }

  private constructor(options: GroupCommitOptions<TItem, TResult>) {
    this.#options = options;
  }

  /**
   * @param signal - takes the item back, unless its commit has begun
   * @returns once the item is committed
   * @throws ServiceUnavailableError when too many wait already; what the signal
   * says when it took the item back; whatever `commit` throws
   */
  async add(item: TItem, signal?: AbortSignal): Promise<TResult> {
    const { capacity, weights } = this.#options;
    const weight = this.#weightOf(item);
    const most = weights?.waiting ?? Infinity;
    if (this.#waiting.length >= capacity || this.#weight + weight > most) {
      throw new ServiceUnavailableError(
        `${this.#waiting.length} deliveries wait for the database already`,
      );
    }
    return new Promise<TResult>((resolve, reject) => {
      const waiting = { item, resolve, reject };
      this.#waiting.push(waiting);
      this.#weight += weight;
      signal?.addEventListener(
        'abort',
        () => this.#takeBack(waiting, signal.reason),
        { once: true },
      );
      this.#schedule();
    });
  }

  #weightOf(item: TItem): number {
    return this.#options.weightOf?.(item) ?? 0;
  }

  /** Nobody waits for it any more, so it must not fill the memory. */
  #takeBack(waiting: Waiting<TItem, TResult>, reason: unknown): void {
    const index = this.#waiting.indexOf(waiting);
    if (index >= 0) {
      this.#waiting.splice(index, 1);
      this.#weight -= this.#weightOf(waiting.item);
      waiting.reject(reason);
    }
  }

  /** The longest waiting ones, as many as one commit may hold. */
  #nextGroup(): Array<Waiting<TItem, TResult>> {
    const { batch, weights } = this.#options;
    const most = weights?.commit ?? Infinity;
    let count = 0;
    let weight = 0;
    for (const { item } of this.#waiting.slice(0, batch)) {
      weight += this.#weightOf(item);
      if (count > 0 && weight > most) {
        break;
      }
      count++;
    }
    const group = this.#waiting.splice(0, count);
    group.forEach(({ item }) => {
      this.#weight -= this.#weightOf(item);
    });
    return group;
  }

  #schedule(): void {
    const { lanes, batch, pauseMs } = this.#options;
    if (this.#running >= lanes || this.#waiting.length === 0) {
      return;
    }
    if (this.#waiting.length >= batch) {
      this.#commit();
    } else if (!this.#isPausing) {
      this.#isPausing = true;
      setTimeout(() => {
        this.#isPausing = false;
        if (this.#running < lanes) {
          this.#commit();
        }
      }, pauseMs);
    }
  }

  async #commit(): Promise<void> {
    const group = this.#nextGroup();
    if (group.length === 0) {
      return;
    }
    this.#running++;
    try {
      const results = await this.#options.commit(group.map(({ item }) => item));
      group.forEach(({ resolve }, index) => resolve(results[index]));
    } catch (error) {
      group.forEach(({ reject }) => reject(error));
    } finally {
      this.#running--;
      this.#schedule();
    }
  }
}
