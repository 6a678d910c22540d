import type { IdentityHint } from '@plimsoll/plugin-stability-common';

/** Which deliveries may be answered differently now. */
export type ChangedNames =
  /** Nobody knows: any. */
  | 'any'
  | {
      /** Names in lower case, of services of which something changed. */
      values: ReadonlySet<string>;
      /** Services came or went, so refs and bare names mean others. */
      services: boolean;
    };

/** Whether a happening with these names may be about another service now. */
export function isTouched(
  changed: ChangedNames,
  hints: readonly IdentityHint[],
): boolean {
  return (
    changed === 'any' ||
    hints.some(
      ({ type, value }) =>
        (changed.services && type === 'service') ||
        changed.values.has(value.trim().toLocaleLowerCase('en-US')),
    )
  );
}
