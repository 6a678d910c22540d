import { readFileSync } from 'node:fs';

/**
 * The last lines of a text file, without colour codes; empty when there is no
 * such file.
 *
 * @param {string} file
 * @param {{ lines: number }} options
 */
export function readTail(file, { lines }) {
  try {
    return withoutColours(readFileSync(file, 'utf8'))
      .trimEnd()
      .split('\n')
      .slice(-lines)
      .join('\n');
  } catch {
    return '';
  }
}

/** @param {string} text */
export function withoutColours(text) {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}
