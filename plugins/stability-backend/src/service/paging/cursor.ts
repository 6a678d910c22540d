import { InputError } from '@backstage/errors';

/** Values by which the last row of a page is found again. */
export type PlaceKey = Array<string | number>;

/**
 * An opaque text for the place where a page ends.
 *
 * @param options.list - what the place belongs to, for instance the order
 */
export function encodeCursor(options: { list: string; key: PlaceKey }): string {
  const { list, key } = options;
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

/**
 * The place that {@link encodeCursor} wrote down.
 *
 * @param options.types - of the values that the place has
 * @throws InputError when the text is no cursor of this list
 */
export function decodeCursor(options: {
  cursor: string;
  list: string;
  types: ReadonlyArray<'string' | 'number'>;
}): PlaceKey {
  const { cursor, list, types } = options;
  const [name, ...key] = parse(cursor);
  const isKey =
    key.length === types.length &&
    key.every(
      (value, index) =>
        typeof value === types[index] &&
        (typeof value === 'string' || Number.isFinite(value)),
    ) &&
    // what no text column holds
    !key.some(value => typeof value === 'string' && value.includes('\u0000'));
  if (name !== list || !isKey) {
    throw new InputError(
      `The cursor belongs to no list ordered by '${list}'; leave it out to start with the first page`,
    );
  }
  return key as PlaceKey;
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
