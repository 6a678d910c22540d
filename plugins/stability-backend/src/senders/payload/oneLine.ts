/**
 * Text as one line: control characters, which PostgreSQL refuses in part and
 * which would break a log, become spaces.
 *
 * @param length - where it is cut, characters
 */
export function oneLine(value: string, length: number): string {
  const cut = value.length > length ? `${value.slice(0, length - 1)}…` : value;
  // eslint-disable-next-line no-control-regex
  return cut.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}
