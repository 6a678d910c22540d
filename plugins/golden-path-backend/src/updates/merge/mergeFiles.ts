import type { FilePolicy } from '@plimsoll/plugin-golden-path-common';
import { sha256 } from '../sha256';
import type { FileTree, FileVersion } from './FileVersion';
import { type MergedFile, mergeFile } from './mergeFile';

/** One file of a merge, by the path that the template gives it. */
export interface MergedPath extends MergedFile {
  path: string;
  policy: FilePolicy;
  /** Where a file of the team lies that is as this one was. */
  movedTo?: string;
  base?: FileVersion;
  ours?: FileVersion;
  theirs?: FileVersion;
}

/**
 * Merges what a newer template changes into what a team has made of an older
 * one. Files that only the team has are never changed. Where a file that is gone
 * lies as it was in one other place, that is told; nobody can tell whether it was
 * moved or is a file of the team's own, so nothing is written there.
 *
 * @returns what changes or has to be told, in the order of the paths
 */
export function mergeFiles(options: {
  base: ReadonlyMap<string, FileVersion | 'unknown'>;
  ours: FileTree;
  theirs: FileTree;
  policyOf(path: string): FilePolicy;
}): MergedPath[] {
  const { base, ours, theirs, policyOf } = options;
  const paths = [...new Set([...base.keys(), ...theirs.keys()])].sort();
  const moved = movedFiles(options);
  return paths.flatMap(path => {
    const movedTo = moved.get(path);
    const ofBase = base.get(path);
    const fork = {
      base: ofBase,
      ours: ours.get(path),
      theirs: theirs.get(path),
      policy: policyOf(path),
    };
    const merged = mergeFile(fork);
    return merged
      ? [
          {
            ...merged,
            path,
            ...(movedTo && { movedTo }),
            ...fork,
            base: ofBase === 'unknown' ? undefined : ofBase,
          },
        ]
      : [];
  });
}

/** Files that are gone, and lie as they were in one other place alone. */
function movedFiles(options: {
  base: ReadonlyMap<string, FileVersion | 'unknown'>;
  ours: FileTree;
  theirs: FileTree;
}): Map<string, string> {
  const { base, ours, theirs } = options;
  const known = [...base].flatMap(([path, file]) =>
    file === 'unknown' || ours.has(path) || file.content.length === 0
      ? []
      : [{ path, key: sha256(file.content) }],
  );
  const places = new Map<string, string[]>();
  for (const [path, { content }] of ours) {
    if (!base.has(path) && !theirs.has(path)) {
      const key = sha256(content);
      places.set(key, [...(places.get(key) ?? []), path]);
    }
  }
  return new Map(
    known.flatMap(({ path, key }) => {
      const [place, ...others] = places.get(key) ?? [];
      const isAlone = known.filter(one => one.key === key).length === 1;
      return place && others.length === 0 && isAlone ? [[path, place]] : [];
    }),
  );
}
