import { setTimeout as sleep } from 'node:timers/promises';

/** After an error the pause doubles up to this, milliseconds. */
const LONGEST_PAUSE_MS = 30_000;

/** @see Pulse */
export interface PulseOptions {
  /** Milliseconds between two looks. */
  everyMs: number;
  /** Works until nothing is left to do. */
  work: (signal: AbortSignal) => Promise<unknown>;
  onError: (error: unknown) => void;
}

/** Does the same again and again, in time or when it is woken. */
export class Pulse {
  readonly #options: PulseOptions;
  readonly #stopping = new AbortController();
  #waking = new AbortController();
  #running: Promise<void> | undefined;

  static create(options: PulseOptions): Pulse {
    return new Pulse(options);
  }

  private constructor(options: PulseOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends the pause that goes on or comes next. */
  wake(): void {
    this.#waking.abort();
  }

  /** Ends after what is being done now. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { everyMs, work, onError } = this.#options;
    const { signal } = this.#stopping;
    let failures = 0;
    while (!signal.aborted) {
      this.#waking = new AbortController();
      try {
        await work(signal);
        failures = 0;
      } catch (error) {
        failures++;
        if (!signal.aborted) {
          onError(error);
        }
      }
      // after a failure it takes its time, however often it is woken
      await this.#pause(
        failures === 0
          ? everyMs
          : Math.min(everyMs * 2 ** failures, LONGEST_PAUSE_MS),
        failures === 0,
      );
    }
  }

  async #pause(ms: number, isWakeable: boolean): Promise<void> {
    const signals = [
      this.#stopping.signal,
      ...(isWakeable ? [this.#waking.signal] : []),
    ];
    await sleep(ms, undefined, { signal: AbortSignal.any(signals) }).catch(
      () => undefined,
    );
  }
}
