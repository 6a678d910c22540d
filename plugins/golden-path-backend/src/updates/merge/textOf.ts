/** Git looks no further, either. */
const LOOKED_AT_BYTES = 8_000;

/** The text of a file, unless it is none: a NUL byte, or no UTF-8. */
export function textOf(content: Buffer): string | undefined {
  if (content.subarray(0, LOOKED_AT_BYTES).includes(0)) {
    return undefined;
  }
  const text = content.toString('utf8');
  return Buffer.from(text, 'utf8').equals(content) ? text : undefined;
}
