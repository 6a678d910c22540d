import { AccentLink } from '@plimsoll/plugin-plimsoll-react';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { useStabilityPaths } from '../routes';
import { deploymentName } from '../words';

/** @internal */
export interface DeploymentLinkProps {
  entityRef: string;
  deployment: Pick<Deployment, 'id' | 'version' | 'commitSha'>;
}

/** A deployment's name; leads to what it did. */
export function DeploymentLink(props: DeploymentLinkProps) {
  const { entityRef, deployment } = props;
  const href = useStabilityPaths().tab(entityRef, {
    deployment: deployment.id,
  });
  const name = deploymentName(deployment);
  return href ? <AccentLink href={href}>{name}</AccentLink> : <>{name}</>;
}
