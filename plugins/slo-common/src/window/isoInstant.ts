import { InputError } from '@backstage/errors';

/**
 * An instant in the words of the API: `2026-11-21T12:00:00.000Z`.
 *
 * @param seconds - Unix seconds
 * @public
 */
export function isoInstant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/**
 * The Unix seconds of an ISO instant, the other way round.
 *
 * @throws InputError when the text is no instant
 * @public
 */
export function unixSeconds(instant: string): number {
  const millis = Date.parse(instant);
  if (Number.isNaN(millis)) {
    throw new InputError(
      `'${instant}' is no instant; write it like 2026-11-21T12:00:00Z`,
    );
  }
  return millis / 1000;
}
