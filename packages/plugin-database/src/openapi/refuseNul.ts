import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/**
 * Refuses requests with a NUL character, which no text of PostgreSQL holds:
 * they would fail in the middle of a statement. To be used after bodies are
 * parsed and before routes.
 *
 * @public
 */
export function refuseNul(): RequestHandler {
  return (req, _res, next) => {
    const hasNul = /%00/.test(req.url) || holdsNul(req.body);
    next(
      hasNul
        ? new InputError(
            'The request holds a NUL character (\\u0000); leave it out',
          )
        : undefined,
    );
  };
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') {
    return value.includes('\u0000');
  }
  return (
    typeof value === 'object' &&
    value !== null &&
    !Buffer.isBuffer(value) &&
    Object.entries(value).some(entry => entry.some(holdsNul))
  );
}
