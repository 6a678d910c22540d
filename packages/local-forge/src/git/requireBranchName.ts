import { InputError } from '@backstage/errors';

/** Stricter than git: no name that a shell, an address or git reads otherwise. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9._/-]{0,199}$/;

/** @throws InputError when a branch cannot have this name */
export function requireBranchName(name: string): string {
  if (!NAME.test(name) || /\.\.|\/\/|\/\.|\.lock(\/|$)|[/.]$/.test(name)) {
    throw new InputError(
      `'${name}' cannot be the name of a branch here: use letters, digits, and . _ - / between them`,
    );
  }
  return name;
}
