import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The first of the programs that lies on PATH.
 *
 * @param {string[]} names
 * @param {string} [path] PATH
 * @returns {string | undefined} its path
 */
export function findOnPath(names, path = process.env.PATH ?? '') {
  return names
    .flatMap(name => path.split(delimiter).map(folder => join(folder, name)))
    .find(isExecutable);
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
