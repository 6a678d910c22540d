import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isExecutable } from './findOnPath.mjs';

/**
 * What starts a program of unpacked Debian packages with the libraries that were
 * unpacked with it.
 *
 * @param {string} name of the program
 * @returns {(folder: string) => string | undefined} nothing where the packages
 *   do not hold it
 */
export function withLibraries(name) {
  return folder => {
    const program = join(folder, 'usr', 'bin', name);
    if (!isExecutable(program)) {
      return undefined;
    }
    const libraries = readdirSync(join(folder, 'usr', 'lib'))
      .filter(entry => entry.endsWith('-linux-gnu'))
      .map(entry => join(folder, 'usr', 'lib', entry));
    return `LD_LIBRARY_PATH='${libraries.join(':')}' exec '${program}'`;
  };
}
