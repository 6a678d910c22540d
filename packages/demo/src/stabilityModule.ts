import {
  coreServices,
  createBackendModule,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { StabilityClient } from '@plimsoll/plugin-stability-common';
import { DoorClient } from './sending/DoorClient';
import { WEBHOOK_DOORS } from './sending/proofOf';
import { waitForCatalog } from './sending/waitForCatalog';
import { WorldSender } from './sending/WorldSender';

/**
 * Lets the tools of ShopKart deliver deployments and incidents to the
 * stability backend, over HTTP and through its own doors.
 */
export const stabilityModule = createBackendModule({
  pluginId: 'stability',
  moduleId: 'demo',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ auth, catalog, config, discovery, lifecycle, logger }) {
        if (process.env.NODE_ENV === 'production') {
          throw new InputError(
            'stability.demo is set, and made-up deployments are refused in production; take it out of app-config',
          );
        }
        const stopping = new AbortController();
        const { signal } = stopping;
        const client = new StabilityClient({
          discoveryApi: discovery,
          fetchApi: { fetch },
        });
        const options = async () => ({
          ...(await auth.getPluginRequestToken({
            onBehalfOf: await auth.getOwnServiceCredentials(),
            targetPluginId: 'stability',
          })),
          signal,
        });
        const doors = DoorClient.create({
          auth,
          discovery,
          logger,
          secrets: secretsOf(config),
        });
        const sender = WorldSender.create({
          logger,
          deliver: (delivery, stop) => doors.deliver(delivery, stop),
          knows: async ({ from, to }) => {
            const known = await client.listDeployments(
              {
                from: new Date(from).toISOString(),
                to: new Date(to).toISOString(),
                limit: 1,
              },
              await options(),
            );
            return known.totalItems > 0;
          },
        });
        const work = async () => {
          await waitForCatalog({ catalog, auth, signal });
          await sender.run(signal);
        };
        lifecycle.addStartupHook(() => {
          // Not awaited: the portal is up before its history is.
          work().catch(error => {
            if (!signal.aborted) {
              logger.error('The demo world has stopped to deliver', error);
            }
          });
        });
        lifecycle.addShutdownHook(() => stopping.abort());
      },
    });
  },
});

/** The first secret of each door is the demo world's. */
function secretsOf(config: RootConfigService) {
  return Object.fromEntries(
    WEBHOOK_DOORS.map(door => [
      door,
      config.getOptionalStringArray(`stability.webhooks.${door}.secrets`)?.[0],
    ]),
  );
}
