const { imul } = Math;

/**
 * A number for a name, so that every series has noise of its own.
 *
 * @returns an unsigned integer of 32 bits
 */
export function seedOf(name: string): number {
  let seed = 2_166_136_261;
  for (const character of name) {
    seed = imul(seed ^ character.codePointAt(0)!, 16_777_619);
  }
  return seed >>> 0;
}

/**
 * Noise without memory: the same place always has the same value.
 *
 * @returns 0 <= value < 1
 */
export function uniform(seed: number, place: number): number {
  let mixed = imul(place ^ seed, 0x9e3779b1);
  mixed = imul(mixed ^ (mixed >>> 15), 0x85ebca77);
  mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae3d);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}
