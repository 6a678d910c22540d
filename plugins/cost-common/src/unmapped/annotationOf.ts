import type { PreviewMappingRequest } from '../api/requests';
import { COST_ANNOTATIONS } from './COST_ANNOTATIONS';
import { LONGEST_CLAIM } from './LONGEST_CLAIM';

/**
 * The annotation that gives charges to the entity that has it.
 *
 * @returns nothing where no annotation can say it: it would be read back as
 *   something else, because lists end their entries at commas and tags their
 *   keys at the first `=`. A rule in app-config can.
 * @public
 */
export function annotationOf(
  match: PreviewMappingRequest['match'],
): { key: string; value: string } | undefined {
  const { tag, resourceId, subAccount, product } = match;
  const said = [tag, resourceId, subAccount, product].filter(
    one => one !== undefined,
  );
  if (said.length !== 1) {
    return undefined;
  }
  if (tag) {
    return isKey(tag.key) && isEntry(tag.value)
      ? {
          key: COST_ANNOTATIONS.tags,
          value: `${tag.key}=${tag.value.trim()}`,
        }
      : undefined;
  }
  for (const [key, value] of [
    [COST_ANNOTATIONS.resources, resourceId],
    [COST_ANNOTATIONS.subAccounts, subAccount],
    [COST_ANNOTATIONS.products, product],
  ] as const) {
    if (value !== undefined && isEntry(value)) {
      return { key, value: value.trim() };
    }
  }
  return undefined;
}

/** Values are compared without what is blank at their ends, keys as they are. */
function isKey(key: string): boolean {
  return (
    key !== '' &&
    key === key.trim() &&
    key.length <= LONGEST_CLAIM.key &&
    !/[,=]/.test(key)
  );
}

function isEntry(value: string): boolean {
  const { length } = value.trim();
  return length > 0 && length <= LONGEST_CLAIM.value && !value.includes(',');
}
