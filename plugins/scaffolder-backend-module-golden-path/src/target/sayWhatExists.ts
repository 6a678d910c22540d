import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { PlannedService } from '@plimsoll/plugin-golden-path-common';
import type { RepositoryTarget } from './RepositoryTarget';

const AGAIN =
  'mend what the step that failed says, and send the form again with the same answers';

/**
 * Says after a failure what there is of a service and what to do about it. It
 * removes nothing: in a repository that exists somebody may have worked.
 *
 * @param options.service - nothing where the form itself was refused
 */
export async function sayWhatExists(options: {
  target: Pick<RepositoryTarget, 'require'>;
  service: PlannedService | undefined;
  answers: Record<string, unknown> | undefined;
  credentials: BackstageCredentials;
}): Promise<string> {
  const { target, service, answers, credentials } = options;
  if (!service || !answers) {
    return 'Nothing was made. Mend the fields that are named above, and send the form again.';
  }
  const { url } = service.repository;
  try {
    const state = await target.require({ service, answers, credentials });
    if (state.repository === 'missing') {
      return `Nothing was made: ${url} does not exist. To go on, ${AGAIN}.`;
    }
    if (state.repository === 'empty') {
      return `The repository ${url} exists and is empty; the catalog does not know it. To go on, ${AGAIN}: it will be filled. To leave it, delete it.`;
    }
    return state.registered
      ? `The repository ${url} exists and is complete, and the catalog knows it: nothing has to be done again.`
      : `The repository ${url} exists and is complete; the catalog does not know it. To go on, ${AGAIN}: only what is missing is done. To leave it, delete it.`;
  } catch (error) {
    return isError(error) && error.name === 'ConflictError'
      ? `Nothing was made, and nothing was changed: ${error.message}.`
      : `Nobody can tell what was made, for ${service.repository.host} does not answer: look whether ${url} exists. To go on, ${AGAIN}.`;
  }
}
