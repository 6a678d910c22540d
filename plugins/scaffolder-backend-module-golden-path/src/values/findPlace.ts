import { InputError } from '@backstage/errors';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { refuseShared } from './refuseShared';

/**
 * The entry of a file of values that a path leads to.
 *
 * @param options.file - for messages
 * @throws InputError where the path ends earlier, or leads through what other
 *   places share
 */
export function findPlace(options: {
  root: YAMLMap;
  names: readonly string[];
  path: string;
  file: string;
}): { pair: Pair; parent: YAMLMap } {
  const { root, names, path, file } = options;
  const at = `${file}: '${path}'`;
  let parent = root;
  for (const [depth, name] of names.entries()) {
    refuseShared({ node: parent, at });
    const pair = parent.items.find(({ key }) => nameOf(key) === name);
    const known = names.slice(0, depth).join('.');
    if (!pair) {
      throw new InputError(
        `${at} is not there: ${known === '' ? 'the file' : `'${known}'`} has ${
          namesIn(parent) || 'no values'
        }; write it into the file first, or give the path that the chart reads`,
      );
    }
    if (isNode(pair.value)) {
      refuseShared({ node: pair.value, at });
    }
    if (depth === names.length - 1) {
      return { pair, parent };
    }
    if (!isMap(pair.value)) {
      throw new InputError(
        `${at} is not there: '${[...names.slice(0, depth), name].join(
          '.',
        )}' is no mapping; give the path that the chart reads`,
      );
    }
    parent = pair.value;
  }
  throw new InputError(`${at} names nothing; give a path`);
}

/** A key as it is asked for. */
export function nameOf(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

function namesIn(map: YAMLMap): string {
  return map.items
    .map(({ key, value }) =>
      nameOf(key) === '<<' && isAlias(value)
        ? `all of *${value.source}, which is shared`
        : nameOf(key),
    )
    .slice(0, 10)
    .join(', ');
}
