/** Stands in a part's log where `npm start` has started it again. */
export const STARTED_AGAIN = 'plimsoll: started again';

/** What Backstage writes before it starts a backend whose files changed. */
const CHANGED = 'Change detected, restarting the development server...';

/**
 * What a log tells of the last start: what came before is over.
 *
 * @param {string} log without colours
 */
export function lastRun(log) {
  const from = Math.max(
    log.lastIndexOf(STARTED_AGAIN),
    log.lastIndexOf(CHANGED),
  );
  return log.slice(Math.max(from, 0));
}
