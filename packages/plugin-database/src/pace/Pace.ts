import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work goes on before others have a turn, milliseconds. */
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
  #began = performance.now();

  static create(): Pace {
    return new Pace();
  }

  private constructor() {}

  /** A place for others, who have their turn when it has been long enough. */
  async rest(): Promise<void> {
    if (performance.now() - this.#began >= SLICE_MS) {
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
