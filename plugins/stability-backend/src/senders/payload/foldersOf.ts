/** More than these are told by their upper parts. */
const MANY = 50;
/** `services/checkout/src`: services hardly live deeper. */
const UPPER = 3;
/** Not even the largest change needs more. */
const MOST = 200;

/** Folders that hold these files, each once: `services/checkout/src`. */
export function foldersOf(files: string[]): string[] {
  const folders = distinct(
    files.map(file => file.slice(0, Math.max(0, file.lastIndexOf('/'))) || '.'),
  );
  return folders.length <= MANY
    ? folders
    : distinct(
        folders.map(folder => folder.split('/').slice(0, UPPER).join('/')),
      ).slice(0, MOST);
}

function distinct(folders: string[]): string[] {
  return [...new Set(folders)].sort();
}
