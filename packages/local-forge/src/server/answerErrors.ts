import { isError, serializeError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';

const STATUS: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
};

/** Says what is wrong, as Gitea does: `{message}`. */
export function answerErrors(options: {
  onFault(error: Error): void;
}): ErrorRequestHandler {
  return (error, _, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const given = isError(error) ? error : new Error(String(error));
    const status =
      STATUS[given.name] ??
      (typeof error?.status === 'number' ? error.status : 500);
    if (status >= 500) {
      options.onFault(given);
    }
    if (status === 401) {
      response.setHeader('WWW-Authenticate', 'Basic realm="local forge"');
    }
    response
      .status(status)
      .json({ message: serializeError(given).message, name: given.name });
  };
}
