import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether a text is one of several secrets. Takes the same time wherever they
 * differ, and looks at all of them.
 */
export function matchesSecret(presented: string, secrets: string[]): boolean {
  const hash = sha256(presented);
  return secrets
    .map(secret => timingSafeEqual(hash, sha256(secret)))
    .includes(true);
}

/** Equal lengths, so that not even the length of a secret can be measured. */
function sha256(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
