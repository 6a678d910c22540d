const patterns = new Map<string, RegExp>();

/**
 * Whether a name is what a rule speaks of.
 *
 * @param rule - an exact name, or a pattern in which `*` stands for anything;
 * case does not matter
 */
export function matchesName(name: string, rule: string): boolean {
  const known = patterns.get(rule);
  if (known) {
    return known.test(name);
  }
  const source = rule
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const pattern = new RegExp(`^${source}$`, 'i');
  patterns.set(rule, pattern);
  return pattern.test(name);
}
