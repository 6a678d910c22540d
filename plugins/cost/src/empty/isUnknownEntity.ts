import { ResponseError } from '@backstage/errors';

/**
 * Whether the backend answered that it knows no such entity; where there is no
 * backend the portal answers 404 without saying so.
 */
export function isUnknownEntity(error: unknown): boolean {
  return (
    error instanceof ResponseError &&
    error.statusCode === 404 &&
    error.body.error.name === 'NotFoundError'
  );
}
