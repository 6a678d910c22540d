import { ConflictError } from '@backstage/errors';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { findDeployment } from '../deployments/findDeployment';
import type { StabilityContext } from '../StabilityContext';
import { correct, type CorrectionAuthor } from './correct';

/**
 * Takes a person's word about a deployment back: the rules decide again.
 *
 * @throws NotFoundError when there is none, or none that the author may see
 * @throws NotAllowedError when the author may see but not correct it
 * @throws ConflictError when no person decided about it
 */
export async function undoVerdict(options: {
  context: StabilityContext;
  author: CorrectionAuthor;
  id: string;
  request: { reason: string };
}): Promise<Deployment> {
  const { context, author, id, request } = options;
  return context.client.transaction(async trx => {
    const scope = author.readable;
    const deployment = await findDeployment({ client: trx, scope, id });
    const { correction } = deployment.verdict;
    if (!correction) {
      throw new ConflictError(
        'The rules decided about this deployment; there is no word to take back',
      );
    }
    await correct({
      context,
      trx,
      author,
      correction: {
        entityRef: deployment.entityRef,
        deploymentId: id,
        runIds: deployment.targets.map(({ runId }) => runId),
        reason: request.reason,
        change: { type: 'undo', correctionId: correction.id },
      },
    });
    return findDeployment({ client: trx, scope, id });
  });
}
