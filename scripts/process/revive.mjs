import { watchAnswers } from './watchAnswers.mjs';

/**
 * Looks after a program that answered once, and starts it again when it no
 * longer does: a few times, then a person has to look.
 *
 * @param {object} options
 * @param {() => Promise<boolean>} options.answers
 * @param {() => boolean} [options.isBusy] it writes or compiles, so that it may
 *   yet answer by itself
 * @param {() => boolean} [options.isLeft] it waits for a person, and a new start
 *   would end as the last one did
 * @param {() => Promise<boolean>} options.restart whether it answers again
 * @param {(event: { type: 'gone', attempt: number } | { type: 'left' | 'given-up' | 'back' }) => void} options.onEvent
 * @param {number} [options.attempts] starts in a row
 * @param {number} [options.pauseMs] milliseconds between two looks at whether it
 *   came back by itself
 * @param {number} [options.steadyMs] milliseconds after which the starts before
 *   are forgotten
 * @param {number} [options.everyMs] milliseconds between two looks at its answers
 * @param {number} [options.patience] misses in a row that make a silence
 * @returns {() => void} ends the watch
 */
export function revive({
  answers,
  isBusy = () => false,
  isLeft = () => false,
  restart,
  onEvent,
  attempts = 3,
  pauseMs = 5_000,
  steadyMs = 600_000,
  ...looks
}) {
  let tried = 0;
  let upSince = Date.now();
  let ended = false;

  async function cameBack() {
    do {
      await new Promise(resolve => setTimeout(resolve, pauseMs));
      if (ended || (await answers())) {
        return true;
      }
    } while (isBusy());
    return false;
  }

  async function bringBack() {
    if (Date.now() - upSince >= steadyMs) {
      tried = 0;
    }
    while (!(await cameBack())) {
      if (isLeft()) {
        onEvent({ type: 'left' });
        return;
      }
      if (tried === attempts) {
        onEvent({ type: 'given-up' });
        return;
      }
      tried += 1;
      onEvent({ type: 'gone', attempt: tried });
      if (await restart()) {
        return;
      }
    }
  }

  const end = watchAnswers({
    answers,
    onChange: isBack => {
      if (isBack) {
        upSince = Date.now();
        onEvent({ type: 'back' });
      } else {
        bringBack();
      }
    },
    ...looks,
  });
  return () => {
    ended = true;
    end();
  };
}
