const patterns = new Map<string, RegExp>();

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
  return names.some(name => patternOf(name).test(environment));
}

function patternOf(name: string): RegExp {
  const known = patterns.get(name);
  if (known) {
    return known;
  }
  const source = name
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const pattern = new RegExp(`^${source}$`, 'i');
  patterns.set(name, pattern);
  return pattern;
}
