/** One line of Backstage's report on a start that failed; fields may follow. */
const LINE =
  /^\s*(?:Plugin|Module) '([^']+)'.*? startup failed; caused by (?:\w*Error: )?(.*?)(?: type="unhandledRejection".*)?$/gm;

/**
 * Why the backend could not start: what its plugins said, each once, without
 * stacks.
 *
 * @param {string} log without colours
 * @returns {string[]} one line per plugin or module that failed
 */
export function startupFailures(log) {
  const lines = [...log.matchAll(LINE)].map(
    ([, plugin, why]) => `${plugin}: ${why}`,
  );
  return [...new Set(lines)];
}
