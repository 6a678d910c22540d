import { isError } from '@backstage/errors';

/** The HTTP status that an error of a plugin's client carries. */
export function statusOf(error: unknown): number | undefined {
  return isError(error) && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/**
 * Whether an error says that nothing can be asked now: no connection, no
 * permission, or a service that says so. Anything else is about the one thing
 * that was asked for.
 */
export function isWholePluginDown(error: unknown): boolean {
  const status = statusOf(error);
  return (
    status === undefined || [401, 403, 429, 502, 503, 504].includes(status)
  );
}
