import { InputError } from '@backstage/errors';

/**
 * Refuses a page of endlessly many rows, which the database would take for all:
 * validators of documents let 1e999 pass as a whole number below 100.
 *
 * @throws InputError when the limit is no whole number
 * @public
 */
export function checkLimit(limit: number): void {
  if (!Number.isSafeInteger(limit)) {
    throw new InputError(
      `limit is ${limit}; write a whole number, for instance 25`,
    );
  }
}
