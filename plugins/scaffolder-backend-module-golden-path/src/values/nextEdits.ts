import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import { isAlias, isMap, isNode, isScalar, isSeq, type Pair } from 'yaml';
import type { Document } from 'yaml';
import { addEntries, fillEmpty } from './collectionEdit';
import { nameOf } from './findPlace';
import type { Place } from './Place';
import { refuseShared } from './refuseShared';
import { scalarEdit } from './scalarEdit';
import type { TextEdit } from './TextEdit';

/**
 * The edits that bring a value nearer to what it is to be: all that is missing
 * in a mapping or a list is added by one. Edits may touch each other.
 *
 * @returns none where it is so already
 * @throws InputError where a value of another type stands
 */
export function nextEdits(options: {
  place: Place;
  document: Document;
  value: unknown;
}): TextEdit[] {
  const { place, document, value } = options;
  const { pair, at, source } = place;
  if (isNode(pair.value)) {
    refuseShared({ node: pair.value, at });
  }
  if (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    const edit = scalarEdit(place, value);
    return edit ? [edit] : [];
  }
  if (value === null || typeof value !== 'object') {
    throw new InputError(
      `${at} would become nothing; to take a value away, edit the file by hand`,
    );
  }
  const isList = Array.isArray(value);
  const node = pair.value;
  const isEmpty = isList
    ? isSeq(node) && node.items.length === 0
    : isMap(node) && node.items.length === 0;
  if (isEmpty || (isScalar(node) && node.value === null)) {
    return Object.keys(value).length === 0 ? [] : [fillEmpty(place, value)];
  }
  if (isList && isSeq(node)) {
    const missing = missingIn(node.toJS(document), value);
    return missing.length === 0
      ? []
      : [addEntries({ source, into: node, entries: missing })];
  }
  if (!isList && isMap(node)) {
    return editsOfMapping({ ...options, pairs: node.items });
  }
  throw new InputError(
    `${at} is ${kindOf(node)}, and would become a ${
      isList ? 'list' : 'mapping'
    }; give a value of the same type`,
  );
}

/** Entries that a list does not have yet, each once. */
function missingIn(now: unknown[], wanted: readonly unknown[]): unknown[] {
  const missing: unknown[] = [];
  for (const entry of wanted) {
    if (![...missing, ...now].some(one => isDeepStrictEqual(one, entry))) {
      missing.push(entry);
    }
  }
  return missing;
}

function editsOfMapping(options: {
  place: Place;
  document: Document;
  value: unknown;
  pairs: readonly Pair[];
}): TextEdit[] {
  const { place, document, pairs } = options;
  const node = place.pair.value;
  const edits: TextEdit[] = [];
  const missing = new Map<string, unknown>();
  for (const [name, value] of Object.entries(options.value as object)) {
    const pair = pairs.find(({ key }) => nameOf(key) === name);
    if (pair) {
      const inFlow = place.inFlow || (isMap(node) && Boolean(node.flow));
      const at = `${place.at} (${name})`;
      edits.push(
        ...nextEdits({
          place: { ...place, pair, inFlow, at },
          document,
          value,
        }),
      );
    } else {
      missing.set(name, value);
    }
  }
  return missing.size > 0 && isMap(node)
    ? [
        ...edits,
        addEntries({
          source: place.source,
          into: node,
          entries: Object.fromEntries(missing),
        }),
      ]
    : edits;
}

function kindOf(node: unknown): string {
  if (isMap(node)) {
    return 'a mapping';
  }
  if (isSeq(node)) {
    return 'a list';
  }
  return isAlias(node) ? 'an alias' : 'a plain value';
}
