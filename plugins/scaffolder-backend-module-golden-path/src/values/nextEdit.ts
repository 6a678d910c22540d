import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import { isAlias, isMap, isNode, isScalar, isSeq, type Pair } from 'yaml';
import type { Document } from 'yaml';
import { addEntry, fillEmpty } from './collectionEdit';
import { nameOf } from './findPlace';
import type { Place } from './Place';
import { refuseShared } from './refuseShared';
import { scalarEdit } from './scalarEdit';
import type { TextEdit } from './TextEdit';

/**
 * The first edit that brings a value nearer to what it is to be; a mapping and
 * a list may need several.
 *
 * @returns nothing where it is so already
 * @throws InputError where a value of another type stands
 */
export function nextEdit(options: {
  place: Place;
  document: Document;
  value: unknown;
}): TextEdit | undefined {
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
    return scalarEdit(place, value);
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
    return Object.keys(value).length === 0
      ? undefined
      : fillEmpty(place, value);
  }
  if (isList && isSeq(node)) {
    const now: unknown[] = node.toJS(document);
    const missing = value.find(
      entry => !now.some(one => isDeepStrictEqual(one, entry)),
    );
    return missing === undefined
      ? undefined
      : addEntry({ source, into: node, entry: [missing] });
  }
  if (!isList && isMap(node)) {
    return nextOfMapping({ ...options, pairs: node.items });
  }
  throw new InputError(
    `${at} is ${kindOf(node)}, and would become a ${
      isList ? 'list' : 'mapping'
    }; give a value of the same type`,
  );
}

function nextOfMapping(options: {
  place: Place;
  document: Document;
  value: unknown;
  pairs: readonly Pair[];
}): TextEdit | undefined {
  const { place, document, pairs } = options;
  const node = place.pair.value;
  for (const [name, value] of Object.entries(options.value as object)) {
    const pair = pairs.find(({ key }) => nameOf(key) === name);
    if (!pair) {
      return isMap(node)
        ? addEntry({
            source: place.source,
            into: node,
            entry: { [name]: value },
          })
        : undefined;
    }
    const edit = nextEdit({
      place: {
        ...place,
        pair,
        inFlow: place.inFlow || (isMap(node) && Boolean(node.flow)),
        at: `${place.at} (${name})`,
      },
      document,
      value,
    });
    if (edit) {
      return edit;
    }
  }
  return undefined;
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
