import { InputError } from '@backstage/errors';

/**
 * Reads an instant that a caller wrote.
 *
 * @returns Unix milliseconds
 * @throws InputError when it is none
 */
export function instantOf(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) {
    throw new InputError(
      `'${text}' is no instant; write it like 2026-11-21T12:00:00Z`,
    );
  }
  return instant;
}
