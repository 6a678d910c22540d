import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { DeploymentSource } from './DeploymentSource';

/** Where modules bring their own sources of deployments and incidents. @public */
export interface DeploymentSourcesExtensionPoint {
  addSource(source: DeploymentSource): void;
}

/** @public */
export const deploymentSourcesExtensionPoint =
  createExtensionPoint<DeploymentSourcesExtensionPoint>({
    id: 'stability.deployment-sources',
  });
