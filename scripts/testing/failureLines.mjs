import { relative } from 'node:path';
import { withoutColours } from '../process/readTail.mjs';
import { paths } from '../setup/paths.mjs';

const SHOWN_FAILURES = 20;
const SHOWN_LINES = 20;
const SHOWN_COLUMNS = 300;

/**
 * The first failures, each short enough to be read where it happened; the log
 * holds the rest.
 *
 * @param {import('./countJest.mjs').JestCounts['failures']} failures
 * @returns {string}
 */
export function failureLines(failures) {
  const shown = failures
    .slice(0, SHOWN_FAILURES)
    .map(
      ({ file, test, message }) =>
        `\nFAILED ${relative(paths.root, file)}\n  ${test}\n\n${shorten(
          message,
        )}\n`,
    );
  const left = failures.length - shown.length;
  return shown.join('') + (left > 0 ? `\n... and ${left} more failures\n` : '');
}

/** Leaves out what happened inside other people's packages. */
function shorten(message) {
  return withoutColours(message)
    .split('\n')
    .filter(line => !/^\s+at .*(node_modules|node:)/.test(line))
    .slice(0, SHOWN_LINES)
    .map(line => line.slice(0, SHOWN_COLUMNS))
    .join('\n');
}
