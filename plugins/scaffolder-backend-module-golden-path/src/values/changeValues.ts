import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import { isMap, parse } from 'yaml';
import { findPlace } from './findPlace';
import { nextEdits } from './nextEdits';
import { parsePath } from './parsePath';
import { refuseMany } from './refuseMany';
import { applyEdits } from './TextEdit';
import type { ValueChange } from './ValueChange';
import { type ReadValues, ValuesReader } from './ValuesReader';
import { withValue } from './withValue';

/** Rounds of edits that touch each other: mappings within mappings. */
const MOST_ROUNDS = 20;

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
  const { file, changes, source } = options;
  const all = changes.map(
    (change): WantedValue => ({
      path: change.path,
      names: parsePath(change.path),
      value: valueOf(change, file),
    }),
  );
  refuseMany({ values: all.map(({ value }) => value), file });
  const reader = ValuesReader.create({ file });
  let now = reader.read(source);
  const changed: string[] = [];
  for (const wanted of all) {
    const before = now;
    now = changeOne({ before, reader, file, wanted });
    if (now.source !== before.source) {
      changed.push(wanted.path);
    }
  }
  return { text: now.source, changed };
}

/** A change, read. */
interface WantedValue {
  path: string;
  names: readonly string[];
  value: unknown;
}

function changeOne(options: {
  before: ReadValues;
  reader: ValuesReader;
  file: string;
  wanted: WantedValue;
}): ReadValues {
  const { before, reader, file, wanted } = options;
  const { names, path, value } = wanted;
  let now = before;
  for (let rounds = 0; rounds <= MOST_ROUNDS; rounds++) {
    const { source, document, root } = now;
    const { pair, parent } = findPlace({ root, names, path, file });
    const place = {
      source,
      pair,
      inFlow: isMap(parent) && Boolean(parent.flow),
      at: `${file}: '${path}'`,
    };
    const edits = nextEdits({ place, document, value });
    if (edits.length === 0) {
      checkOutcome({ before, now, file, wanted });
      return now;
    }
    now = reader.read(applyEdits(source, edits));
  }
  throw new InputError(
    `${file}: '${path}' is to change in too many places within each other; change fewer at once`,
  );
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
  before: ReadValues;
  now: ReadValues;
  file: string;
  wanted: WantedValue;
}): void {
  const { before, now, file, wanted } = options;
  const { path, names, value } = wanted;
  const expected = withValue(before.content, names, value);
  if (!isDeepStrictEqual(now.content, expected)) {
    throw new InputError(
      `${file}: '${path}' is written in a way that cannot be changed safely; change it by hand`,
    );
  }
}
