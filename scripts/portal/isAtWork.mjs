/** What writes to its log is at work. */
const QUIET_LOG_MS = 30_000;
/** What was killed wrote its last line so long after its last answer at most. */
const LAST_WORDS_MS = 5_000;

/**
 * Whether a program that no longer answers may yet do so by itself: it has
 * written to its log since, as one does that starts again. What was killed has
 * not, and nobody has to wait for it.
 *
 * @param {object} of times are Unix milliseconds
 * @param {number} of.now
 * @param {number} of.answeredAt when it last answered
 * @param {number} of.writtenAt when its log was last written
 * @param {string} of.lastRun its log since its last start
 * @returns {boolean}
 */
export function isAtWork({ now, answeredAt, writtenAt, lastRun }) {
  // a saved file starts a backend again, which may take long to say anything
  const isReload = /restarting the development server\W*$/.test(lastRun);
  return (
    now - writtenAt < QUIET_LOG_MS &&
    (isReload || writtenAt > answeredAt + LAST_WORDS_MS)
  );
}
