/**
 * Steps that end when a signal says so, with what it gives as its reason.
 */
export function* stepsUntil<TResult>(
  steps: Generator<unknown, TResult, void>,
  signal: AbortSignal,
): Generator<undefined, TResult, void> {
  for (;;) {
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
    yield;
  }
}
