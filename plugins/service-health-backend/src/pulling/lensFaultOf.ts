import { isError } from '@backstage/errors';
import type { LensFault } from '@plimsoll/plugin-service-health-common';

/** What an error of a plugin's client says of the plugin. */
export function lensFaultOf(error: unknown): LensFault {
  const status =
    isError(error) && typeof error.statusCode === 'number'
      ? error.statusCode
      : undefined;
  if (status === 404) {
    return 'not-installed';
  }
  return status === 401 || status === 403 ? 'refused' : 'not-answering';
}
