/**
 * Looks after something that answered once: says when it no longer does, and
 * when it does again. A program that restarts is not reported.
 *
 * @param {object} options
 * @param {() => Promise<boolean>} options.answers
 * @param {(isBack: boolean) => void} options.onChange
 * @param {number} [options.everyMs] milliseconds between two looks
 * @param {number} [options.patience] misses in a row that make a silence
 * @returns {() => void} ends the watch
 */
export function watchAnswers({
  answers,
  onChange,
  everyMs = 3000,
  patience = 4,
}) {
  let misses = 0;
  let timer;
  let ended = false;

  async function look() {
    const good = await answers();
    if (ended) {
      return;
    }
    if (good && misses >= patience) {
      onChange(true);
    }
    misses = good ? 0 : misses + 1;
    if (misses === patience) {
      onChange(false);
    }
    timer = setTimeout(look, everyMs);
    timer.unref();
  }
  timer = setTimeout(look, everyMs);
  timer.unref();

  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
