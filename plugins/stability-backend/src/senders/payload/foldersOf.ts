/** More than these would name most of a repository. */
const MOST = 50;

/** Folders that hold these files, each once: `services/checkout/src`. */
export function foldersOf(files: string[]): string[] {
  const folders = files.map(file => file.slice(0, file.lastIndexOf('/') + 1));
  return [...new Set(folders.map(folder => folder.slice(0, -1) || '.'))]
    .sort()
    .slice(0, MOST);
}
