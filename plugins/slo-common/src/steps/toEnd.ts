/** Does all steps at once, for who has nobody else to serve meanwhile. */
export function toEnd<TResult>(
  steps: Generator<unknown, TResult, void>,
): TResult {
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
  }
}
