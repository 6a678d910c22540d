import { isDeepStrictEqual } from 'node:util';

/** Names of the answers that are not the same, sorted. */
export function compareAnswers(
  before: Record<string, unknown>,
  now: Record<string, unknown>,
): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names]
    .filter(name => !isDeepStrictEqual(plain(before[name]), plain(now[name])))
    .sort();
}

/** Values of a step have no prototype, which is a difference for Node. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
