import { matchesName } from './matchesName';

/**
 * Whether an environment counts as production.
 *
 * @param names - exact names, or patterns in which `*` stands for anything;
 * case does not matter
 * @public
 */
export function isProduction(
  environment: string,
  names: readonly string[],
): boolean {
  return names.some(name => matchesName(environment, name));
}
