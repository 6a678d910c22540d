/**
 * A short name that is always the same for the same thing: 53 bits of two
 * multiply-and-xor hashes in base 36. Not for secrets.
 */
export function anomalyIdOf(parts: readonly string[]): string {
  const text = JSON.stringify(parts);
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x27d4eb2f);
    low = Math.imul(low ^ code, 0x165667b1);
    high ^= low >>> 13;
    low ^= high >>> 16;
  }
  return ((high >>> 11) * 2 ** 32 + (low >>> 0)).toString(36).padStart(11, '0');
}
