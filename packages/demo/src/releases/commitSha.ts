import { createHash } from 'node:crypto';

/** A commit for a name: 40 hexadecimal digits, always the same ones. */
export function commitSha(name: string): string {
  return createHash('sha1').update(`shopkart ${name}`).digest('hex');
}

/** A positive number for a name, as vendors number what they keep. */
export function recordNumber(name: string): number {
  return parseInt(commitSha(name).slice(0, 12), 16);
}
