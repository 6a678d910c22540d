/** How exports spell the key of a tag that somebody set. */
const PREFIXES = ['', 'user:', 'user_', 'resourceTags/user:', 'label:', 'tag:'];

/**
 * Keys under which a tag may stand in a bill, best first, and the same in lower
 * case.
 *
 * @public
 */
export function tagKeys(name: string): {
  name: string;
  keys: string[];
  lowerKeys: string[];
} {
  const keys = PREFIXES.map(prefix => `${prefix}${name}`);
  return { name, keys, lowerKeys: keys.map(key => key.toLowerCase()) };
}
