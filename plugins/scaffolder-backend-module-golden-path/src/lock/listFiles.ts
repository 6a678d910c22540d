import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** A file as git would keep it. */
export interface HashedFile {
  /** From the root, with slashes. */
  path: string;
  /** Hexadecimal. */
  sha256: string;
  mode: '100644' | '100755';
}

/** All files below a folder but git's own, in the order of their paths. */
export async function listFiles(folder: string): Promise<HashedFile[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = await Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(async file => ({
        path: relative(folder, file).split(sep).join('/'),
        sha256: sha256(await readFile(file)),
        mode: modeOf((await stat(file)).mode),
      })),
  );
  return files
    .filter(({ path }) => !path.startsWith('.git/'))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Hexadecimal SHA-256. */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function modeOf(mode: number): HashedFile['mode'] {
  return mode % 2 === 1 ? '100755' : '100644';
}
