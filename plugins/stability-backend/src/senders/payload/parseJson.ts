import { InvalidPayloadError } from '../InvalidPayloadError';

/** Deeper than anything that a known sender sends. */
const MAX_DEPTH = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * Parses a body, after a look at how deep it nests: what comes later may walk
 * it by recursion.
 *
 * @throws InvalidPayloadError when it is no JSON or nests deeper than 64
 */
export function parseJson(body: Buffer): unknown {
  if (depthOf(body) > MAX_DEPTH) {
    throw InvalidPayloadError.create({
      place: 'body',
      problem: `it nests deeper than ${MAX_DEPTH} levels`,
      mend: 'Send only what the template of this door asks for',
    });
  }
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    // the parser's message would quote the body
    throw InvalidPayloadError.create({
      place: 'body',
      problem: 'it is not JSON',
      mend: 'Look at the template and the content type that the sender uses',
    });
  }
}

function depthOf(body: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let index = 0; index < body.length; index++) {
    const byte = body[index];
    if (inText) {
      if (byte === BACKSLASH) {
        index++;
      } else if (byte === QUOTE) {
        inText = false;
      }
    } else if (byte === QUOTE) {
      inText = true;
    } else if (OPENING.has(byte)) {
      depth++;
      deepest = Math.max(deepest, depth);
    } else if (CLOSING.has(byte)) {
      depth--;
    }
  }
  return deepest;
}
