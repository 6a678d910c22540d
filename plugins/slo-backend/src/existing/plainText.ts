/**
 * Text of a metric's label as a name for people: on one line, without control
 * characters, of which PostgreSQL refuses U+0000.
 *
 * @param max - characters that are kept
 */
export function plainLine(text: string, max: number): string {
  return cut(text.replace(/\p{Cc}+/gu, ' '), max);
}

/** The same for a text that may have several lines. */
export function plainText(text: string, max: number): string {
  return cut(text.replace(/[^\P{Cc}\t\n\r]+/gu, ' '), max);
}

/** By whole characters, so that none is cut in half. */
function cut(text: string, max: number): string {
  return [...text.trim()].slice(0, max).join('').trimEnd();
}
