import { InputError } from '@backstage/errors';

/** Entries and plain values that the changes of one file hold together. */
const MOST_VALUES = 200;

/**
 * Each value is compared with what stands in the file, all in one turn of the
 * process: what holds very many is no change of values.
 *
 * @param options.file - for messages
 * @throws InputError that says how many there may be
 */
export function refuseMany(options: {
  values: readonly unknown[];
  file: string;
}): void {
  const { values, file } = options;
  const left = [...values];
  for (let seen = 0; left.length > 0; seen++) {
    if (seen >= MOST_VALUES) {
      throw new InputError(
        `${file}: more than ${MOST_VALUES} values are to change; change fewer at once`,
      );
    }
    const value = left.pop();
    if (value !== null && typeof value === 'object') {
      // one beyond the limit is enough to know
      left.push(...Object.values(value).slice(0, MOST_VALUES + 1));
    }
  }
}
