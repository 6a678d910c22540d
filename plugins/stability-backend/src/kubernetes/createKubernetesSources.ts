import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { DeploymentSource } from '@plimsoll/plugin-stability-node';
import { KubernetesProxy } from './api/KubernetesProxy';
import { KubernetesDeploymentSource } from './KubernetesDeploymentSource';
import { readKubernetesConfig } from './readKubernetesConfig';

/**
 * The source of deployments that Kubernetes is, when `stability.kubernetes`
 * enables it.
 *
 * @throws InputError when app-config's `stability.kubernetes` cannot be used
 */
export function createKubernetesSources(options: {
  config: Config;
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
}): DeploymentSource[] {
  const config = readKubernetesConfig(options.config);
  return config
    ? [
        KubernetesDeploymentSource.create({
          ...options,
          config,
          proxy: KubernetesProxy.create(options),
        }),
      ]
    : [];
}
