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
   * @returns once the item is committed
   * @throws ServiceUnavailableError when too many wait already; whatever
   * `commit` throws
   */
  async add(item: TItem): Promise<TResult> {
    if (this.#waiting.length >= this.#options.capacity) {
      throw new ServiceUnavailableError(
        `${this.#waiting.length} deliveries wait for the database already`,
      );
    }
    return new Promise<TResult>((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#schedule();
    });
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
    const group = this.#waiting.splice(0, this.#options.batch);
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
