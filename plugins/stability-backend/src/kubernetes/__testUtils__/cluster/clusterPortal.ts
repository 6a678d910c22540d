import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { componentEntity } from '../../../__testUtils__/catalogEntities';
import { createTestDatabases } from '../../../database/__testUtils__/testDatabases';
import { stabilityPlugin } from '../../../plugin';

/** One row of the deployments that the portal shows. */
export interface ShownDeployment {
  version?: string;
  type: string;
  state: string;
  startedAt: string;
  finishedAt?: string;
  traffic?: number;
  title?: string;
  verdict: { name: string; evidence?: Array<{ reason?: string }> };
}

/** A portal with the Kubernetes plugin that knows the cluster of the suite. */
export async function startClusterPortal(options: {
  services: string[];
  /** Of the service account `backstage`. */
  serviceAccountToken: string;
}) {
  const databases = createTestDatabases();
  const knex = await (await databases.service('SQLITE_3')).getClient();
  const logger = mockServices.rootLogger.mock();
  logger.child.mockReturnValue(logger);
  const { server } = await startTestBackend({
    features: [
      stabilityPlugin,
      kubernetesPlugin,
      catalogServiceMock.factory({
        entities: options.services.map(name =>
          componentEntity({
            name,
            owner: 'group:default/shop',
            annotations: { 'backstage.io/kubernetes-id': name },
          }),
        ),
      }),
      mockServices.database.factory({ knex }),
      logger.factory,
      mockServices.rootConfig.factory({
        data: {
          stability: { kubernetes: { enabled: true } },
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'test',
                    url: process.env.CLUSTER_URL,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: options.serviceAccountToken,
                    skipTLSVerify: true,
                  },
                ],
              },
            ],
          },
        },
      }),
    ],
  });
  return {
    knex,
    logger,
    /** Oldest first. */
    async deploymentsOf(service: string): Promise<ShownDeployment[]> {
      const { body, status } = await request(server).get(
        `/api/stability/deployments?entityRef=component:default/${service}`,
      );
      if (status !== 200) {
        throw new Error(`The portal answers ${status}`);
      }
      return [...body.items].reverse();
    },
  };
}
