import { InputError } from '@backstage/errors';

/** Values by which the last row of a page is found again. @public */
export type PlaceKey = Array<string | number>;

/**
 * What a value of a place is: a text, a number, or the digits of a whole number
 * of 64 bits, which a number would round.
 *
 * @public
 */
export type PlaceType = 'text' | 'number' | 'integer';

const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 63n - 1n;

/**
 * An opaque text for the place where a page ends.
 *
 * @param options.list - what the place belongs to, for instance the order
 * @public
 */
export function encodeCursor(options: { list: string; key: PlaceKey }): string {
  const { list, key } = options;
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

/**
 * The place that {@link encodeCursor} wrote down. Cursors come back from
 * callers: what no database could compare with its column is refused here.
 *
 * @param options.types - of the values that the place has
 * @throws InputError when the text is no cursor of this list
 * @public
 */
export function decodeCursor(options: {
  cursor: string;
  list: string;
  types: readonly PlaceType[];
}): PlaceKey {
  const { cursor, list, types } = options;
  const [name, ...key] = parse(cursor);
  const isKey =
    key.length === types.length &&
    key.every((value, index) => isOfType(value, types[index]));
  if (name !== list || !isKey) {
    throw new InputError(
      `The cursor belongs to no list ordered by '${list}'; leave it out to start with the first page`,
    );
  }
  return key as PlaceKey;
}

function isOfType(value: unknown, type: PlaceType): boolean {
  if (type === 'number') {
    return Number.isFinite(value);
  }
  if (typeof value !== 'string') {
    return false;
  }
  if (type === 'integer') {
    return (
      /^-?\d{1,19}$/.test(value) &&
      BigInt(value) >= SMALLEST &&
      BigInt(value) <= LARGEST
    );
  }
  // no text column of PostgreSQL holds it
  return !value.includes('\u0000');
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
