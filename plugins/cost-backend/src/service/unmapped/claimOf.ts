import { InputError } from '@backstage/errors';
import {
  annotationOf,
  type MappingEntry,
  type PreviewMappingRequest,
} from '@plimsoll/plugin-cost-common';

/** An annotation, and how the catalog is read once an entity has it. */
export interface NewClaim {
  annotation: { key: string; value: string };
  entry: MappingEntry;
}

/**
 * What an entity would claim of a bill.
 *
 * @throws InputError where not one thing is named, or no annotation can name it
 */
export function claimOf(options: {
  match: PreviewMappingRequest['match'];
  entityRef: string;
}): NewClaim {
  const { match, entityRef } = options;
  const { tag, resourceId, subAccount, product } = match;
  const value = tag?.value ?? resourceId ?? subAccount ?? product;
  if (value === undefined || Object.keys(match).length > 1) {
    throw new InputError(
      'match must name one thing; give it a tag, resourceId, subAccount or product',
    );
  }
  const annotation = annotationOf(match);
  if (!annotation) {
    throw new InputError(
      `match cannot be written as an annotation: a value is not empty, has no comma and at most 700 characters, and the name of a tag has no '=' either; write a rule to ${entityRef} under cost.allocation.rules in app-config`,
    );
  }
  const claim = { value: value.trim(), entityRef };
  if (tag) {
    return { annotation, entry: { by: 'tag', key: tag.key, ...claim } };
  }
  if (resourceId !== undefined) {
    return { annotation, entry: { by: 'resource', ...claim } };
  }
  const by = subAccount !== undefined ? 'sub-account' : 'product';
  return { annotation, entry: { by, ...claim } };
}
