import { relative } from 'node:path';
import { readTail } from '../process/readTail.mjs';
import { paths } from '../setup/paths.mjs';

/**
 * Shows the end of a failed program's log.
 *
 * @param {string} log
 * @returns {string} where the whole of it is
 */
export function showLog(log) {
  process.stdout.write(`\n${readTail(log, { lines: 80 })}\n\n`);
  return `the whole output: ${relative(paths.root, log)}`;
}
