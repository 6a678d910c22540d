import { InputError } from '@backstage/errors';
import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import { type Place, rangeOf } from './Place';
import type { TextEdit } from './TextEdit';
import { scalarText } from './valueText';

/** A quantity of Kubernetes may be a number or a text: `1`, `212m`, `1.5Gi`. */
const QUANTITY = /^\d+(\.\d+)?(m|k|[KMGTPE]i?)?$/;

/**
 * Writes one plain value instead of another, in the same quotes.
 *
 * @returns nothing where it is so already
 * @throws InputError where a value of another type stands
 */
export function scalarEdit(
  place: Place,
  value: string | number | boolean,
): TextEdit | undefined {
  const { pair, source, at } = place;
  const node = pair.value;
  if (isMap(node) || isSeq(node)) {
    throw new InputError(
      `${at} is a ${isMap(node) ? 'mapping' : 'list'}, not ${describe(
        value,
      )}; give the path of a value in it`,
    );
  }
  if (!isScalar(node)) {
    throw new InputError(`${at} has no value that could be changed`);
  }
  if (node.value === value) {
    return undefined;
  }
  if (!isAlike(node.value, value)) {
    throw new InputError(
      `${at} is ${describe(node.value)}, and would become ${describe(
        value,
      )}; give a value of the same type`,
    );
  }
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
    throw new InputError(
      `${at} is a text of several lines; write it on one line first`,
    );
  }
  return replacement({ place, node, source, value });
}

function replacement(options: {
  place: Place;
  node: Scalar;
  source: string;
  value: string | number | boolean;
}): TextEdit {
  const { place, node, source, value } = options;
  const [from, to] = rangeOf(node);
  const plain = scalarText(value, node.type);
  const text =
    place.inFlow && /[,[\]{}]/.test(plain) && typeof value === 'string'
      ? JSON.stringify(value)
      : plain;
  // nothing at all may stand right behind the colon
  return { from, to, text: source[from - 1] === ':' ? ` ${text}` : text };
}

function isAlike(now: unknown, then: unknown): boolean {
  const isQuantity = (value: unknown) =>
    (typeof value === 'number' || typeof value === 'string') &&
    QUANTITY.test(String(value));
  return (
    now === null ||
    typeof now === typeof then ||
    (isQuantity(now) && isQuantity(then))
  );
}

function describe(value: unknown): string {
  return value === null
    ? 'empty'
    : `the ${
        typeof value === 'string' ? 'text' : typeof value
      } ${JSON.stringify(value).slice(0, 60)}`;
}
