import { ConflictError } from '@backstage/errors';
import type {
  CorrectVerdictRequest,
  Deployment,
} from '@plimsoll/plugin-stability-common';
import { findDeployment } from '../deployments/findDeployment';
import type { StabilityContext } from '../StabilityContext';
import { correct, type CorrectionAuthor } from './correct';

/**
 * Says whether a deployment failed, whatever the rules say.
 *
 * @throws NotFoundError when there is none, or none that the author may see
 * @throws NotAllowedError when the author may see but not correct it
 * @throws ConflictError when it has no verdict of its own
 */
export async function correctVerdict(options: {
  context: StabilityContext;
  author: CorrectionAuthor;
  id: string;
  request: CorrectVerdictRequest;
}): Promise<Deployment> {
  const { context, author, id, request } = options;
  return context.client.transaction(async trx => {
    const scope = author.readable;
    const deployment = await findDeployment({ client: trx, scope, id });
    if (deployment.type !== 'forward') {
      throw new ConflictError(
        `A ${deployment.type} has no verdict of its own; correct the deployment that it answers`,
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
        change: { type: 'verdict', verdict: request.verdict },
      },
    });
    return findDeployment({ client: trx, scope, id });
  });
}
