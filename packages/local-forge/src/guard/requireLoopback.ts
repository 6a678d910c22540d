import { NotAllowedError } from '@backstage/errors';
import type { RequestHandler } from 'express';

const NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests by any other name than the loopback interface's: a page of
 * the internet whose name leads here must not read repositories.
 */
export function requireLoopback(): RequestHandler {
  return (request, _, next) => {
    const name = request.headers.host?.replace(/:\d+$/, '') ?? '';
    next(
      NAMES.includes(name)
        ? undefined
        : new NotAllowedError('The local forge answers on localhost alone'),
    );
  };
}
