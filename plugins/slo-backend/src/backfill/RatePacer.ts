import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Keeps work at a mean rate: each piece is paid for afterwards, and the next
 * one waits until that is worked off.
 */
export class RatePacer {
  readonly #perSecond: number;
  readonly #now: () => number;
  #freeAt = 0;

  /**
   * @param options.perSecond - units a second
   * @param options.now - Unix milliseconds
   */
  static create(options: { perSecond: number; now: () => number }): RatePacer {
    return new RatePacer(options);
  }

  private constructor(options: { perSecond: number; now: () => number }) {
    this.#perSecond = options.perSecond;
    this.#now = options.now;
  }

  /** Milliseconds until the next piece may start. */
  get waitMs(): number {
    return Math.max(0, this.#freeAt - this.#now());
  }

  /** Waits until the next piece may start. */
  async wait(signal: AbortSignal): Promise<void> {
    if (this.waitMs > 0) {
      await sleep(this.waitMs, undefined, { signal });
    }
  }

  /** Notes what a piece cost. */
  spend(units: number): void {
    this.#freeAt =
      Math.max(this.#freeAt, this.#now()) + (units * 1000) / this.#perSecond;
  }
}
