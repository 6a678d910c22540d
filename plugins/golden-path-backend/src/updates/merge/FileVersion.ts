/** A file as git knows it. */
export interface FileVersion {
  content: Buffer;
  /** `120000` is a link; its content is where it leads to. */
  mode: '100644' | '100755' | '120000';
}

/** Files by their paths. */
export type FileTree = ReadonlyMap<string, FileVersion>;

/** Whether nothing differs. */
export function isSame(
  a: FileVersion | undefined,
  b: FileVersion | undefined,
): boolean {
  return a && b
    ? a.mode === b.mode && a.content.equals(b.content)
    : a === undefined && b === undefined;
}
