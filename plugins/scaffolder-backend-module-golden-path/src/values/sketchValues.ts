import { InputError } from '@backstage/errors';
import { parse, stringify } from 'yaml';
import { parsePath } from './parsePath';
import type { ValueChange } from './ValueChange';

/**
 * A file of values that holds only what is to be changed, as it is now: what
 * stands in for a file that cannot be read.
 *
 * @param options.note - a line of comment on top
 */
export function sketchValues(options: {
  changes: readonly ValueChange[];
  note: string;
}): string {
  const values: Record<string, unknown> = Object.create(null);
  for (const { path, now } of options.changes) {
    const names = parsePath(path);
    const last = names.pop() as string;
    let map = values;
    for (const name of names) {
      map[name] ??= Object.create(null);
      map = mappingOf(map[name], path);
    }
    map[last] ??= now === undefined ? null : parse(now, { logLevel: 'error' });
  }
  return `# ${options.note.replaceAll(/\s+/g, ' ')}\n${stringify(values, {
    nullStr: '',
    lineWidth: 0,
  })}`;
}

function mappingOf(value: unknown, path: string): Record<string, unknown> {
  if (value === null || typeof value !== 'object') {
    throw new InputError(
      `'${path}' lies in what another path says is a plain value; give one of the two`,
    );
  }
  return value as Record<string, unknown>;
}
