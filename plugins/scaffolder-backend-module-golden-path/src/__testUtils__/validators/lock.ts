import { isDeepStrictEqual } from 'node:util';
import { LOCK_FILE, readLock } from '@plimsoll/plugin-golden-path-common';
import type { Validator } from './Validator';

/** The lock knows every file as it is. */
export const lock: Validator = {
  name: 'remembers every file in its lock',
  validate({ files, read, outputs }) {
    const found = readLock(read(LOCK_FILE));
    const there = Object.fromEntries(
      files
        .filter(({ path }) => path !== LOCK_FILE)
        .map(({ path, ...file }) => [path, file]),
    );
    const kept = Object.fromEntries(
      Object.entries(found?.files ?? {}).map(
        ([path, { policy: _, ...file }]) => [path, file],
      ),
    );
    return [
      ...(isDeepStrictEqual(there, kept)
        ? []
        : [`${LOCK_FILE}: is not what the files are`]),
      ...(isDeepStrictEqual(found?.answers, outputs.plan.answers)
        ? []
        : [`${LOCK_FILE}: its answers are not those of the form`]),
    ];
  },
};
