import { isDeepStrictEqual } from 'node:util';

/**
 * What the values must be after a change, worked out without their text:
 * mappings are merged, of lists what is not there is added.
 */
export function withValue(
  now: unknown,
  names: readonly string[],
  value: unknown,
): unknown {
  const [name, ...rest] = names;
  return name === undefined
    ? merged(now, value)
    : {
        ...(now as object),
        [name]: withValue((now as Record<string, unknown>)[name], rest, value),
      };
}

function merged(now: unknown, value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept: unknown[] = Array.isArray(now) ? now : [];
    return value.reduce<unknown[]>(
      (all, entry) =>
        all.some(one => isDeepStrictEqual(one, entry)) ? all : [...all, entry],
      kept,
    );
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const kept = { ...(now as Record<string, unknown> | undefined) };
  for (const [name, entry] of Object.entries(value)) {
    kept[name] = merged(kept[name], entry);
  }
  return kept;
}
