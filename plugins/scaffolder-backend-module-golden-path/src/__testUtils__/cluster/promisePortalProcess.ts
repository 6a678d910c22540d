/**
 * A portal in which services are created and watched: the scaffolder, the
 * catalog and the local forge, the SLO plugin with a Prometheus, the stability
 * plugin with the cluster. In a process of its own, since the Kubernetes plugin
 * imports ES modules, which jest cannot.
 */
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import type { Stack } from '@plimsoll/plugin-golden-path-common';
import sloPlugin from '@plimsoll/plugin-slo-backend';
import stabilityPlugin from '@plimsoll/plugin-stability-backend';
import { join } from 'node:path';
import { startCreatePortal } from '../startCreatePortal';

/** What the process is given, as JSON. */
export interface PromisePortalSettings {
  /** Empty folder. */
  directory: string;
  prometheusUrl: string;
  clusterUrl: string;
  serviceAccountToken: string;
}

/** What it is told to do. */
export interface PromisePortalOrder {
  create: { stack: Stack; name: string } & Record<string, unknown>;
}

async function main(settings: PromisePortalSettings) {
  const { directory, prometheusUrl, clusterUrl, serviceAccountToken } =
    settings;
  const portal = await startCreatePortal({
    directory,
    features: [
      sloPlugin,
      stabilityPlugin,
      kubernetesPlugin,
      databaseServiceFactory,
      schedulerServiceFactory,
    ],
    config: {
      backend: {
        database: {
          client: 'better-sqlite3',
          connection: { directory: join(directory, 'data') },
        },
      },
      slo: {
        sources: {
          prometheus: {
            type: 'prometheus',
            baseUrl: prometheusUrl,
            scrapeInterval: '1s',
          },
        },
      },
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
  });
  process.on('message', async ({ create }: PromisePortalOrder) => {
    const result = await portal.create(create);
    process.send?.({ created: result, gitUrl: portal.gitUrl(create.name) });
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ started: portal.url });
}

main(JSON.parse(process.argv[2])).catch(error => {
  process.send?.({ failed: String(error?.stack) });
  process.exit(1);
});
