import type { PreviewFile } from '@plimsoll/plugin-golden-path-common';

/** A folder at the root of the repository. */
export interface TreeFolder {
  /** 'chart'; '' stands for the root itself. */
  name: string;
  /** In the order of their paths. */
  files: PreviewFile[];
  /** Those that speak of the promise, or of which there is something to say. */
  telling: PreviewFile[];
  followsPromise: boolean;
  /** Tests of the code below it. */
  tests: number;
}

/** Tells apart what is worth a line from what is only there. */
export function fileTree(files: PreviewFile[]): TreeFolder[] {
  const byFolder = new Map<string, PreviewFile[]>();
  for (const file of files) {
    const slash = file.path.indexOf('/');
    const name = slash < 0 ? '' : file.path.slice(0, slash);
    byFolder.set(name, [...(byFolder.get(name) ?? []), file]);
  }
  return [...byFolder]
    .map(([name, inside]) => ({
      name,
      files: inside,
      telling: inside.filter(
        ({ followsPromise, note }) =>
          followsPromise || (note !== undefined && note.kind !== 'tests'),
      ),
      followsPromise: inside.some(file => file.followsPromise),
      tests: inside.reduce(
        (sum, { note }) => sum + (note?.kind === 'tests' ? note.tests : 0),
        0,
      ),
    }))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1));
}

/** Files of the root first, then what follows the promise, then the rest. */
function rankOf({ name, followsPromise }: TreeFolder): number {
  if (name === '') {
    return 0;
  }
  return followsPromise ? 1 : 2;
}
