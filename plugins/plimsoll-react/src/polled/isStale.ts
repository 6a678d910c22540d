import { POLL_SECONDS, RETRY_SECONDS, type Polled } from './usePolled';

/** Seconds after which an answer is old, whether or not a newer one failed. */
const OLD_SECONDS = 120;
/** Seconds from an answer to the second failure after it. */
const TWICE_FAILED_SECONDS = POLL_SECONDS + RETRY_SECONDS;

/**
 * Whether what is shown may no longer be true: it could not be read again
 * twice, or was read two minutes ago and nothing has come since.
 *
 * @public
 */
export function isStale(
  polled: Pick<Polled<unknown>, 'data' | 'error' | 'readAt' | 'triedAt'>,
  now: Date,
): boolean {
  const { data, error, readAt, triedAt } = polled;
  if (data === undefined || !readAt) {
    return false;
  }
  const secondsTo = (later: Date) =>
    (later.getTime() - readAt.getTime()) / 1000;
  return (
    secondsTo(now) >= OLD_SECONDS ||
    (error !== undefined &&
      triedAt !== undefined &&
      secondsTo(triedAt) >= TWICE_FAILED_SECONDS)
  );
}
