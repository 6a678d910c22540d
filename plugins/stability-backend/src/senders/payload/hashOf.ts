import { createHash } from 'node:crypto';

/** SHA-256 of a body, hexadecimal: names a delivery that brings no name. */
export function hashOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}
