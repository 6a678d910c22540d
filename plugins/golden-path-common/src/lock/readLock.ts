import { parse } from 'yaml';
import { type LockFile, lockFile } from './lockFile';

/**
 * Reads a lock; a file that somebody has broken is none.
 *
 * @public
 */
export function readLock(text: string): LockFile | undefined {
  try {
    return lockFile.safeParse(parse(text, { maxAliasCount: 0 })).data;
  } catch {
    return undefined;
  }
}
