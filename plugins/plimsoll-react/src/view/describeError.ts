/** What may be told about a failed request. @public */
export interface ErrorDescription {
  /** The caller is signed in, but may not see this. */
  kind: 'no-permission' | 'not-found' | 'error';
  /** HTTP status, absent where no answer came at all. */
  status?: number;
  /** For a report: name, status and message, internal addresses cut out. */
  details: string;
}

/**
 * Reads what a person may be told from whatever a client threw. Messages of
 * backends may name internal addresses; they never reach the page.
 *
 * @public
 */
export function describeError(error: unknown): ErrorDescription {
  const { name, message } =
    error instanceof Error ? error : new Error(String(error));
  const status = statusOf(error);
  return {
    kind: kindOf({ name, status }),
    status,
    details: [
      `${name}: ${withoutAddresses(message)}`,
      ...(status === undefined ? [] : [`HTTP ${status}`]),
    ].join('\n'),
  };
}

function kindOf(error: {
  name: string;
  status?: number;
}): ErrorDescription['kind'] {
  if (error.status === 403 || error.name === 'NotAllowedError') {
    return 'no-permission';
  }
  if (error.status === 404 || error.name === 'NotFoundError') {
    return 'not-found';
  }
  return 'error';
}

function statusOf(error: unknown): number | undefined {
  if (typeof error === 'object' && error !== null && 'statusCode' in error) {
    return typeof error.statusCode === 'number' ? error.statusCode : undefined;
  }
  return undefined;
}

function withoutAddresses(message: string): string {
  return message
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s'"),]+/gi, '[address]')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/g, '[address]');
}
