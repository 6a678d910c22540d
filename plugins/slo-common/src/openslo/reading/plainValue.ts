import type { JsonObject, JsonValue } from '@backstage/types';
import type { Fault } from '../../objective/ObjectiveDefinition';
import { ROOT_PATH, childPath } from './jsonPath';

const MAX_DEPTH = 32;
const MAX_VALUES = 20_000;
const MAX_TEXT_LENGTH = 100_000;

/** Leaves the recursion; never leaves this file. */
class NotPlain extends Error {
  readonly fault: Fault;

  constructor(path: string, message: string) {
    super(message);
    this.fault = { path, message };
  }
}

/**
 * A copy of what a YAML or JSON parser has given, made of plain JSON alone, or
 * the fault that keeps it from being one.
 *
 * Everything behind this door may walk the copy without care: it is a tree
 * (aliases are copied and counted), it is small, and no key of it can reach a
 * prototype.
 */
export function plainValue(
  value: unknown,
): { value: JsonValue } | { fault: Fault } {
  try {
    return { value: copy(value, { path: ROOT_PATH, depth: 0, seen: [0] }) };
  } catch (error) {
    if (error instanceof NotPlain) {
      return { fault: error.fault };
    }
    throw error;
  }
}

interface Position {
  path: string;
  depth: number;
  /** One cell, shared by all positions: values copied so far. */
  seen: [number];
}

function copy(value: unknown, position: Position): JsonValue {
  const { path, depth, seen } = position;
  seen[0] += 1;
  if (seen[0] > MAX_VALUES) {
    throw new NotPlain(
      path,
      `is beyond the ${MAX_VALUES} values that a document may hold; split the document`,
    );
  }
  if (depth > MAX_DEPTH) {
    throw new NotPlain(
      path,
      `is nested deeper than ${MAX_DEPTH} levels; write it flatter`,
    );
  }
  if (typeof value === 'string') {
    if (value.length > MAX_TEXT_LENGTH) {
      throw new NotPlain(
        path,
        `is longer than ${MAX_TEXT_LENGTH} characters; shorten it`,
      );
    }
    return value;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new NotPlain(path, `is ${value}; write a finite number`);
    }
    // JSON knows no -0: what is kept is what will be read again.
    return value === 0 ? 0 : value;
  }
  if (value === null || value === undefined) {
    return null;
  }
  if (typeof value === 'boolean') {
    return value;
  }
  if (Array.isArray(value)) {
    return copyList(value, position);
  }
  if (isPlainObject(value)) {
    return copyObject(value, position);
  }
  throw new NotPlain(
    path,
    `is neither text, number, truth value, list nor mapping; write plain YAML without tags`,
  );
}

function copyList(value: unknown[], position: Position): JsonValue[] {
  const items: JsonValue[] = [];
  for (let index = 0; index < value.length; index += 1) {
    items.push(
      copy(value[index], {
        path: childPath(position.path, index),
        depth: position.depth + 1,
        seen: position.seen,
      }),
    );
  }
  return items;
}

function copyObject(value: object, position: Position): JsonObject {
  const result: JsonObject = {};
  for (const key of Object.keys(value)) {
    const path = childPath(position.path, key);
    if (key === '__proto__') {
      throw new NotPlain(path, 'is no key that a document may use; remove it');
    }
    result[key] = copy((value as Record<string, unknown>)[key], {
      path,
      depth: position.depth + 1,
      seen: position.seen,
    });
  }
  return result;
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const prototype = Object.getPrototypeOf(value);
  // A mapping from another realm (a worker, a test's sandbox) has another
  // Object.prototype, so the test is for "one step below nothing".
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
