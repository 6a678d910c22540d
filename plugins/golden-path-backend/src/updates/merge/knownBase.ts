import type { LockFile } from '@plimsoll/plugin-golden-path-common';
import { sha256 } from '../sha256';
import type { FileTree, FileVersion } from './FileVersion';

/**
 * The files as the template once wrote them, each proved by the hash in the
 * lock. They are found where they still lie: in the repository, where nobody has
 * changed them, in what the old template writes today, and in the new one's.
 * What none of them has is `unknown`.
 */
export function knownBase(options: {
  lock: LockFile;
  ours: FileTree;
  /** What the old version writes today; nothing where it is not known. */
  rendered: FileTree;
  theirs: FileTree;
}): Map<string, FileVersion | 'unknown'> {
  const { lock, ours, rendered, theirs } = options;
  return new Map(
    Object.entries(lock.files).map(([path, file]) => {
      const found = [ours, rendered, theirs]
        .map(tree => tree.get(path)?.content)
        .find(content => content && sha256(content) === file.sha256);
      return [path, found ? { content: found, mode: file.mode } : 'unknown'];
    }),
  );
}
