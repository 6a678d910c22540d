import { InputError } from '@backstage/errors';

/** What Gitea allows, but for names that are paths of the forge itself. */
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$/;
const TAKEN = /^(api|\.+)$|\.git$|\.wiki$/i;

/** @throws InputError when an owner or a repository cannot have this name */
export function requireName(name: string): string {
  if (!NAME.test(name) || name.includes('..') || TAKEN.test(name)) {
    throw new InputError(
      `'${name.slice(
        0,
        100,
      )}' cannot be a name here: up to 100 letters, digits, and . _ - between them`,
    );
  }
  return name;
}
