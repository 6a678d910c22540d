import { InputError } from '@backstage/errors';

/**
 * @returns the path
 * @throws InputError when it leaves the repository, or means git's own folder
 */
export function requireFilePath(path: string): string {
  const parts = path.split('/');
  const isOdd = (part: string) =>
    part === '' || part === '.' || part === '..' || /^\.git$/i.test(part);
  // eslint-disable-next-line no-control-regex
  if (path.length > 1_000 || parts.some(isOdd) || /[\x00-\x1f\\]/.test(path)) {
    throw new InputError(
      `'${path.slice(0, 100)}' is no path of a file in a repository`,
    );
  }
  return path;
}
