import { createHash } from 'node:crypto';
import { toUSVString } from 'node:util';
import { oneLine } from './oneLine';

/** Fits the column of the database. */
const LENGTH = 400;

/**
 * The name of a happening, made of its source and what the source calls it.
 * Two that are too long for the database stay different.
 */
export function observationId(
  source: string,
  ...parts: Array<string | number>
): string {
  const whole = [source, ...parts].join(':');
  const id = oneLine(whole, Infinity);
  if (id.length <= LENGTH) {
    return id;
  }
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 32);
  return `${toUSVString(id.slice(0, LENGTH))}#${hash}`;
}
