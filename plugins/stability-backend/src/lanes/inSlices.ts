import { setImmediate as breathe } from 'node:timers/promises';

/** Work is put aside after as many milliseconds, for whoever waits. */
const SLICE_MS = 10;

/**
 * Does work that can be put aside between its steps, and lets others have the
 * process whenever a slice is over.
 *
 * @returns what the work comes to
 */
export async function inSlices<T>(
  work: Generator<unknown, T, undefined>,
): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
    if (performance.now() - began >= SLICE_MS) {
      await breathe();
      began = performance.now();
    }
  }
}
