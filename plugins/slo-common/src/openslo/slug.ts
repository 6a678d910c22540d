/** Letters that Unicode does not take apart into a letter and a mark. */
const LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Length of a DNS label, so that a slug may be one. */
const MAX_LENGTH = 63;

/**
 * A name for addresses from a name for people: at most 63 of `a-z`, `0-9` and
 * `-`, with no `-` at the ends. Empty where the text has none of them, for
 * instance when it is Japanese.
 *
 * @public
 */
export function slug(text: string): string {
  return text
    .slice(0, 4 * MAX_LENGTH)
    .toLocaleLowerCase('en-US')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[łøđðþßæœı]/g, letter => LETTERS[letter])
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
    .join('-')
    .slice(0, MAX_LENGTH)
    .replace(/-$/, '');
}
