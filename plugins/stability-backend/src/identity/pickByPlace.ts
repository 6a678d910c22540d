import { parseEntityRef } from '@backstage/catalog-model';
import type { IdentityNames } from './IdentityNames';

/**
 * Services of one repository that the event's folders lie in: for each folder
 * the service with the longest fitting one.
 *
 * @returns undefined where some folder fits no service, or two alike
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
      second?.ref !== best?.ref &&
      second?.folder.length === best?.folder.length;
    return isTie ? undefined : best?.ref;
  });
  if (picked.length === 0) {
    return undefined;
  }
  return picked.every(ref => ref !== undefined)
    ? [...new Set(picked)]
    : undefined;
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
