import { InputError } from '@backstage/errors';

/**
 * The names that a path of Helm's `--set` consists of.
 *
 * @throws InputError for an empty name and for an index of a list
 */
export function parsePath(path: string): string[] {
  const names = path
    .split(/(?<!\\)\./)
    .map(name => name.replaceAll(String.raw`\.`, '.'));
  const index = names.find(name => /\[[^\]]*\]$/.test(name));
  if (index !== undefined) {
    throw new InputError(
      `'${path}' names an entry of a list (${index}), whose place may change; give the path of the list, and the entry to be added`,
    );
  }
  if (names.some(name => name.trim() === '')) {
    throw new InputError(
      `'${path}' has an empty name; write names with a dot between them: resources.requests.cpu`,
    );
  }
  return names;
}
