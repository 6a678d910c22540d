import { InputError } from '@backstage/errors';
import type {
  CorrectCauseRequest,
  Incident,
} from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { findDeployment } from '../deployments/findDeployment';
import { findIncident } from '../incidents/findIncident';
import type { StabilityContext } from '../StabilityContext';
import { correct, type CorrectionAuthor } from './correct';

/**
 * Says which deployment caused an incident, or that none did.
 *
 * @throws NotFoundError when one of them does not exist, or the author may not
 * see it
 * @throws NotAllowedError when the author may see but not correct the service
 * @throws InputError when the deployment is of another service
 */
export async function correctCause(options: {
  context: StabilityContext;
  author: CorrectionAuthor;
  id: string;
  request: CorrectCauseRequest;
}): Promise<Incident> {
  const { context, author, id, request } = options;
  return context.client.transaction(async trx => {
    const scope = author.readable;
    const incident = await findIncident({ client: trx, scope, id });
    const { entityRef, key, startedAt } = incident;
    await correct({
      context,
      trx,
      author,
      correction: {
        entityRef,
        deploymentId: request.deploymentId,
        runIds: await runsOf({ trx, author, entityRef, request }),
        reason: request.reason,
        change: {
          type: 'cause',
          incidentId: id,
          ...(key !== undefined && { incident: { key, startedAt } }),
          deploymentId: request.deploymentId,
        },
      },
    });
    return findIncident({ client: trx, scope, id });
  });
}

async function runsOf(options: {
  trx: Knex;
  author: CorrectionAuthor;
  entityRef: string;
  request: CorrectCauseRequest;
}): Promise<string[]> {
  const { trx, author, entityRef, request } = options;
  if (request.deploymentId === undefined) {
    return [];
  }
  const deployment = await findDeployment({
    client: trx,
    scope: author.readable,
    id: request.deploymentId,
  });
  if (deployment.entityRef !== entityRef) {
    throw new InputError(
      `The deployment is of ${deployment.entityRef}, the incident of ${entityRef}: an incident that touches several services has one page for each, correct the one of the service that was deployed`,
    );
  }
  return deployment.targets.map(({ runId }) => runId);
}
