const LANES = [
  { seed: 0x2f0b4c47, factor: 0x01000193 },
  { seed: 0x5bd1e995, factor: 0x85ebca6b },
];

/**
 * Sixteen hexadecimal digits that stand for a text. Not for secrets: it only
 * has to be the same in browsers and in Node, at once, and rarely to collide.
 */
export function shortHash(text: string): string {
  return LANES.map(({ seed, factor }, lane) => {
    let hash = seed;
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), factor);
      hash ^= hash >>> (13 + lane * 2);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
    hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
    hash ^= hash >>> 16;
    return (hash >>> 0).toString(16).padStart(8, '0');
  }).join('');
}
