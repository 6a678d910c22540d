import type { VerifyFinding } from './VerifyFinding';
import type { WorkspaceFile } from './WorkspaceFile';

/** What a check says of a file. */
export type FileFinding = Omit<VerifyFinding, 'check'>;

/** Finds one kind of fault, in the process and without the network. */
export interface Check {
  name: string;
  /** What is right where it finds nothing, for people. */
  title: string;
  /** Files that it can judge. */
  applies(file: WorkspaceFile): boolean;
  /** What it finds in all of them together. */
  find(
    files: readonly WorkspaceFile[],
  ): readonly FileFinding[] | Promise<readonly FileFinding[]>;
}

/** A check that looks at one file at a time. */
export function eachFile(
  check: Omit<Check, 'find'> & {
    findIn(
      file: WorkspaceFile,
    ): readonly FileFinding[] | Promise<readonly FileFinding[]>;
  },
): Check {
  const { findIn, ...rest } = check;
  return {
    ...rest,
    async find(files) {
      const found: FileFinding[] = [];
      for (const file of files) {
        found.push(...(await findIn(file)));
      }
      return found;
    },
  };
}
