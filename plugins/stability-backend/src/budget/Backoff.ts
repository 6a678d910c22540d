const FIRST_MS = 5 * 60_000;
const LONGEST_MS = 6 * 3_600_000;

/** Leaves alone for a while what has failed, for longer each time. */
export class Backoff {
  readonly #failed = new Map<string, { until: number; pause: number }>();

  static create(): Backoff {
    return new Backoff();
  }

  private constructor() {}

  /** @param now - Unix milliseconds */
  failed(name: string, now: number): void {
    const known = this.#failed.get(name);
    const pause = known ? Math.min(known.pause * 2, LONGEST_MS) : FIRST_MS;
    this.#failed.set(name, { until: now + pause, pause });
  }

  succeeded(name: string): void {
    this.#failed.delete(name);
  }

  /** What is left alone at an instant, Unix milliseconds. */
  resting(now: number): string[] {
    return [...this.#failed].flatMap(([name, { until }]) =>
      now < until ? [name] : [],
    );
  }
}
