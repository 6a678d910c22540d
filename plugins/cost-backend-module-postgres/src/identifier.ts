/**
 * A name in SQL, whatever it holds.
 *
 * @param options.isPath - a dot separates schema and name; by default it does
 */
export function identifier(
  name: string,
  options: { isPath?: boolean } = {},
): string {
  const parts = options.isPath === false ? [name] : name.split('.');
  return parts.map(part => `"${part.replaceAll('"', '""')}"`).join('.');
}
