import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A hash of files and words that changes when any of them does.
 *
 * @param {{ files: string[], words?: string[] }} options
 */
export function fingerprint({ files, words = [] }) {
  const hash = createHash('sha256');
  for (const word of words) {
    hash.update(`${word}\0`);
  }
  for (const file of files) {
    hash.update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Does the work unless the stamp says that it was done for this very
 * fingerprint.
 *
 * @param {object} options
 * @param {string} options.stamp a file that the work's result lies beside, so
 *   that both go together
 * @param {() => string} options.print asked again after the work, since an
 *   installation may put the files in order that it was asked for
 * @param {() => Promise<void>} options.work
 */
export async function doOnce({ stamp, print, work }) {
  let done;
  try {
    done = readFileSync(stamp, 'utf8');
  } catch {
    done = undefined;
  }
  if (done !== print()) {
    await work();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, print());
  }
}
