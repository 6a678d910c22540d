import { parseEntityRef } from '@backstage/catalog-model';
import type { IdentityNames } from './IdentityNames';

/**
 * Services of one repository that the event's folders lie in: for each folder
 * the service with the longest fitting one. A lock file at the top belongs to
 * no service, and says nothing.
 *
 * @returns undefined where no folder fits a service, or one fits two alike
 */
export function pickByPath(options: {
  claimants: readonly string[];
  paths: readonly string[];
  names: IdentityNames;
}): string[] | undefined {
  const { claimants, paths, names } = options;
  const picked = paths.map(path => {
    const fitting = claimants
      .flatMap(ref => names.pathsOf(ref).map(folder => ({ ref, folder })))
      .filter(({ folder }) => isWithin(path, folder))
      .sort((one, other) => other.folder.length - one.folder.length);
    const [best, second] = fitting;
    const isTie =
      second !== undefined &&
      second.ref !== best.ref &&
      second.folder.length === best.folder.length;
    return { ref: best?.ref, isTie };
  });
  const refs = picked.flatMap(({ ref }) => ref ?? []);
  return refs.length === 0 || picked.some(({ isTie }) => isTie)
    ? undefined
    : [...new Set(refs)];
}

/**
 * The service of one repository whose name an environment carries as its first
 * or last words: `production-cart`, `cart/production`. The longest name wins,
 * so that `cart-web-production` is `cart-web`, not `cart`.
 *
 * @returns undefined where none or more than one fits
 */
export function pickByEnvironment(options: {
  claimants: readonly string[];
  environments: readonly string[];
}): string[] | undefined {
  const { claimants, environments } = options;
  const fitting = claimants
    .map(ref => ({ ref, name: parseEntityRef(ref).name }))
    .filter(({ name }) => environments.some(text => carries(text, name)))
    .sort((one, other) => other.name.length - one.name.length);
  const [best, ...others] = fitting;
  const isCertain =
    best !== undefined &&
    others.every(({ name }) => name !== best.name && carries(best.name, name));
  return isCertain ? [best.ref] : undefined;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function carries(text: string, name: string): boolean {
  const separated = /[-/_.: ]/;
  return (
    (text.startsWith(name) && separated.test(text.charAt(name.length))) ||
    (text.endsWith(name) &&
      separated.test(text.charAt(text.length - name.length - 1)))
  );
}
