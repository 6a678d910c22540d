import { InputError } from '@backstage/errors';
import type { OrderKey } from './keyset';

/**
 * An opaque text for the place where a page ends.
 *
 * @param options.list - what the place belongs to, for instance the order
 */
export function encodeCursor(options: { list: string; key: OrderKey }): string {
  const { list, key } = options;
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

/**
 * The place that {@link encodeCursor} wrote down.
 *
 * @param options.length - how many values the place has
 * @throws InputError when the text is no cursor of this list
 */
export function decodeCursor(options: {
  cursor: string;
  list: string;
  length: number;
}): OrderKey {
  const { cursor, list, length } = options;
  const [name, ...key] = parse(cursor);
  const isKey = key.every(
    value =>
      typeof value === 'string' ||
      (typeof value === 'number' && Number.isFinite(value)),
  );
  if (name !== list || key.length !== length || !isKey) {
    throw new InputError(
      `The cursor belongs to no list ordered by '${list}'; leave it out to start with the first page`,
    );
  }
  return key as OrderKey;
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
