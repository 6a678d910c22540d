import type { ChargeKey } from './ChargeKey';

/**
 * The value of a tag of a charge. Names are anybody's: `constructor` is no tag
 * of a charge that does not have it.
 */
export function tagOf(
  { tags }: Pick<ChargeKey, 'tags'>,
  name: string,
): string | undefined {
  return Object.hasOwn(tags, name) ? tags[name] : undefined;
}
