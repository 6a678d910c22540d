/** Of a 32 bit FNV-1a hash. */
const PRIME = 0x01000193;
/** Two beginnings give two halves that have nothing to do with each other. */
const BEGINNINGS = [0x811c9dc5, 0x050c5d1f];

/**
 * A short name of a text: 16 hexadecimal digits, evenly spread, the same in
 * browsers and in Node. It tells texts apart that nobody chose to be alike; it
 * is no secret and protects none.
 */
export function fingerprint(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return BEGINNINGS.map(beginning =>
    mixed(
      bytes.reduce(
        (hash, byte) => Math.imul(hash ^ byte, PRIME) >>> 0,
        beginning,
      ),
    )
      .toString(16)
      .padStart(8, '0'),
  ).join('');
}

/** Spreads the last bytes of a text over all digits. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const twice = Math.imul(once ^ (once >>> 12), 0x297a2d39);
  return (twice ^ (twice >>> 15)) >>> 0;
}
