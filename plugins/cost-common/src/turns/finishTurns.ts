import type { Turns } from './Turns';

/** Does all of it at once. @public */
export function finishTurns<TResult>(turns: Turns<TResult>): TResult {
  let step = turns.next();
  while (!step.done) {
    step = turns.next();
  }
  return step.value;
}
