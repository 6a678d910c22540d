import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work goes on before others have a turn, unless told, milliseconds. */
const SLICE_MS = 8;

/**
 * Lets long work share the thread: others have their turn meanwhile, and pages
 * of a database that nobody holds are answered. It frees no connection: on
 * SQLite there is one, and who works in a transaction has it to the end. A
 * thread of its own would need a second connection, which SQLite in memory does
 * not have, and a copy of all that is read, which stalls this one as well.
 *
 * @public
 */
export class Pace {
  readonly #sliceMs: number;
  #began = performance.now();

  /**
   * @param options.sliceMs - shorter where several such works go on side by
   * side for much of the time: who asks then waits for a slice of each
   */
  static create(options: { sliceMs?: number } = {}): Pace {
    return new Pace(options.sliceMs ?? SLICE_MS);
  }

  private constructor(sliceMs: number) {
    this.#sliceMs = sliceMs;
  }

  /** A place for others, who have their turn when it has been long enough. */
  async rest(): Promise<void> {
    if (performance.now() - this.#began >= this.#sliceMs) {
      await nextTurn();
      this.#began = performance.now();
    }
  }

  /**
   * Does work to its end, with rests between its steps.
   *
   * @returns what the work comes to
   */
  async run<TResult>(
    steps: Generator<unknown, TResult, void>,
  ): Promise<TResult> {
    for (;;) {
      const step = steps.next();
      if (step.done) {
        return step.value;
      }
      await this.rest();
    }
  }
}
