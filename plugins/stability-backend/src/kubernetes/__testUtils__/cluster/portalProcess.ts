/**
 * A portal with the stability and the Kubernetes plugin, in a process of its
 * own since the latter imports ES modules, which jest cannot. It says where it
 * listens, and what it warns of, in one line of JSON each.
 */
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import type { RootLoggerService } from '@backstage/backend-plugin-api';
import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import createKnex from 'knex';
import { componentEntity } from '../../../__testUtils__/catalogEntities';
import { stabilityPlugin } from '../../../plugin';

const { services, database, clusterUrl, serviceAccountToken } = JSON.parse(
  process.argv[2],
);

function tell(message: object) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

const logger: RootLoggerService = {
  error: text => tell({ warning: text }),
  warn: text => tell({ warning: text }),
  info: () => {},
  debug: () => {},
  child: () => logger,
};

async function main() {
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: database },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  const { server } = await startTestBackend({
    features: [
      stabilityPlugin,
      kubernetesPlugin,
      catalogServiceMock.factory({
        entities: services.map((name: string) =>
          componentEntity({
            name,
            owner: 'group:default/shop',
            annotations: { 'backstage.io/kubernetes-id': name },
          }),
        ),
      }),
      mockServices.database.factory({ knex }),
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => logger,
      }),
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
                    url: clusterUrl,
                    authProvider: 'serviceAccount',
                    serviceAccountToken,
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
  tell({ port: server.port() });
}

main().catch(error => {
  tell({ warning: String(error?.stack) });
  process.exit(1);
});
