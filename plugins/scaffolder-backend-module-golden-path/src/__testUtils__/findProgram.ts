import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where a program of the machine is: as `<NAME>_BIN` says, else on PATH.
 * Nothing where it is not installed.
 */
export function findProgram(name: string): string | undefined {
  const named = process.env[`${name.toUpperCase().replaceAll('-', '_')}_BIN`];
  const places = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map(folder => join(folder, name));
  return [...(named ? [named] : []), ...places].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
