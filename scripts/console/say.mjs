/**
 * Prints one line of progress.
 *
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`plimsoll: ${line}\n`);
}

/**
 * Says what is being done, repeats it with the time while it lasts, and
 * gives back what the work gave.
 *
 * @template T
 * @param {string} what for instance "installing packages"
 * @param {() => Promise<T>} work
 * @param {{ everySeconds?: number }} [options]
 * @returns {Promise<T>}
 */
export async function sayWhile(what, work, { everySeconds = 15 } = {}) {
  const startedAt = Date.now();
  say(`${what} ...`);
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    say(`... still ${what} (${seconds} s)`);
  }, everySeconds * 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
