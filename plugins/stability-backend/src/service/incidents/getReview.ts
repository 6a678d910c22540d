import { reviewOf } from '@plimsoll/plugin-stability-common';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { NotFoundError } from '@backstage/errors';
import type { ServiceScope } from '@plimsoll/service-index';
import { findDeployment } from '../deployments/findDeployment';
import type { StabilityContext } from '../StabilityContext';
import { findIncident } from './findIncident';

/**
 * The post-incident review of one incident in Markdown, filled with what is
 * known: the time line, the deployment suspected and what ended it.
 *
 * @throws NotFoundError when there is none, or none that the caller may see
 */
export async function getReview(options: {
  context: Pick<StabilityContext, 'client' | 'services'>;
  scope: ServiceScope;
  id: string;
}): Promise<string> {
  const { context, scope, id } = options;
  const { client } = context;
  const incident = await findIncident({ client, scope, id });
  const read = (deploymentId: string | undefined) =>
    deploymentId === undefined
      ? undefined
      : findDeployment({ client, scope, id: deploymentId }).catch(orNothing);
  const deployment = await read(incident.cause?.deploymentId);
  const remediation = await read(deployment?.remediatedBy);
  const services = await context.services.getServices([incident.entityRef]);
  return reviewOf({
    incident,
    deployment,
    remediation,
    title: services.get(incident.entityRef)?.title,
  });
}

function orNothing(error: unknown): Deployment | undefined {
  if (error instanceof NotFoundError) {
    return undefined;
  }
  throw error;
}
