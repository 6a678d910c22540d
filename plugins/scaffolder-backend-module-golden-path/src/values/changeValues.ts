import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import { isMap, parse } from 'yaml';
import { findPlace } from './findPlace';
import { nextEdit } from './nextEdit';
import { parsePath } from './parsePath';
import { parseValues } from './parseValues';
import { applyEdit } from './TextEdit';
import type { ValueChange } from './ValueChange';
import { withValue } from './withValue';

/** More edits than this are no change of values. */
const MOST_EDITS = 1_000;

/** What became of a file of values. */
export interface ChangedValues {
  text: string;
  /** Paths that are other than before; none where all was so already. */
  changed: string[];
}

/**
 * Changes values in the text of a file: what is not named keeps every byte,
 * comments, order, anchors, quotes and line breaks included. The same changes
 * once more change nothing.
 *
 * @param options.file - for messages
 * @throws InputError that names the file, the path and the mend; then nothing
 *   is to be written
 */
export function changeValues(options: {
  source: string;
  file: string;
  changes: readonly ValueChange[];
}): ChangedValues {
  const { file, changes } = options;
  let text = options.source;
  const changed: string[] = [];
  for (const change of changes) {
    const after = changeOne({ source: text, file, change });
    if (after !== text) {
      changed.push(change.path);
    }
    text = after;
  }
  return { text, changed };
}

function changeOne(options: {
  source: string;
  file: string;
  change: ValueChange;
}): string {
  const { source, file, change } = options;
  const { path } = change;
  const names = parsePath(path);
  const value = valueOf(change, file);
  const { content } = parseValues({ source, file });
  let text = source;
  for (let edits = 0; edits <= MOST_EDITS; edits++) {
    const { document, root } = parseValues({ source: text, file });
    const { pair, parent } = findPlace({ root, names, path, file });
    const place = {
      source: text,
      pair,
      inFlow: isMap(parent) && Boolean(parent.flow),
      at: `${file}: '${path}'`,
    };
    const edit = nextEdit({ place, document, value });
    if (!edit) {
      checkOutcome({ content, names, value, text, path, file });
      return text;
    }
    text = applyEdit(text, edit);
  }
  throw new InputError(`${file}: '${path}' has too many entries to change`);
}

function valueOf({ path, yaml }: ValueChange, file: string): unknown {
  try {
    return parse(yaml, { logLevel: 'error' });
  } catch (error) {
    const [first] = String(error).split('\n');
    throw new InputError(
      `${file}: what '${path}' is to be cannot be read as YAML: ${first}; write it as it would stand in the file`,
    );
  }
}

/** Nothing but the value may be other than before, whatever way it is written. */
function checkOutcome(options: {
  content: unknown;
  names: readonly string[];
  value: unknown;
  text: string;
  path: string;
  file: string;
}): void {
  const { content, names, value, text, path, file } = options;
  const expected = withValue(content, names, value);
  if (
    !isDeepStrictEqual(parseValues({ source: text, file }).content, expected)
  ) {
    throw new InputError(
      `${file}: '${path}' is written in a way that cannot be changed safely; change it by hand`,
    );
  }
}
