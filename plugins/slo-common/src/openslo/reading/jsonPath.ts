const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;
/** Keys come from strangers; a path stays readable all the same. */
const MAX_KEY_LENGTH = 80;

/** The path of a document's root. */
export const ROOT_PATH = '$';

/**
 * The path of a child: `spec.objectives[0].target`, and
 * `metadata.labels["a key"]` where a key is no plain word.
 */
export function childPath(parent: string, key: string | number): string {
  if (typeof key === 'number') {
    return `${parent}[${key}]`;
  }
  if (!IDENTIFIER.test(key) || key.length > MAX_KEY_LENGTH) {
    return `${parent}[${JSON.stringify(key.slice(0, MAX_KEY_LENGTH))}]`;
  }
  return parent === ROOT_PATH ? key : `${parent}.${key}`;
}
