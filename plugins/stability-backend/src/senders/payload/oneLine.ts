import { toUSVString } from 'node:util';

/**
 * Text as one line: control characters, which PostgreSQL refuses in part and
 * which would break a log, become spaces. Half of a character, which a cut may
 * leave and PostgreSQL refuses too, becomes U+FFFD.
 *
 * @param length - where it is cut, characters
 */
export function oneLine(value: string, length: number): string {
  const cut = value.length > length ? `${value.slice(0, length - 1)}…` : value;
  // eslint-disable-next-line no-control-regex
  const line = cut.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
  return toUSVString(line);
}
