import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CostClient } from '@plimsoll/plugin-cost-common';
import { costSourcesExtensionPoint } from '@plimsoll/plugin-cost-node';
import { billDirectory } from './cost/delivery/billDirectory';
import { BillWriter } from './cost/delivery/BillWriter';
import { keepFirstBudgets } from './cost/delivery/keepFirstBudgets';
import { createDemoShareFactory } from './cost/shares/createDemoShareFactory';
import { createDemoUseFactory } from './cost/use/createDemoUseFactory';

const ASK_EVERY_MS = 2_000;

/**
 * Lets ShopKart's provider write its bill into the folder of the source of type
 * `demo-bill`, and brings the cluster's shares and what its pods use.
 */
export const costModule = createBackendModule({
  pluginId: 'cost',
  moduleId: 'demo',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        sources: costSourcesExtensionPoint,
      },
      async init({ auth, config, discovery, lifecycle, logger, sources }) {
        if (process.env.NODE_ENV === 'production') {
          throw new InputError(
            'cost.demo is set, and a made-up bill is refused in production; take it out of app-config',
          );
        }
        sources.addFactory(createDemoShareFactory());
        sources.addFactory(createDemoUseFactory());
        const directory = billDirectory(config);
        if (!directory) {
          return;
        }
        const stopping = new AbortController();
        const { signal } = stopping;
        const client = new CostClient({
          discoveryApi: discovery,
          fetchApi: { fetch },
        });
        const request = async () => ({
          ...(await auth.getPluginRequestToken({
            onBehalfOf: await auth.getOwnServiceCredentials(),
            targetPluginId: 'cost',
          })),
          signal,
        });
        const isRead = async (month: string) => {
          const { deliveries } = await client.getDataQuality(await request());
          return deliveries.some(
            ({ delivery, state }) =>
              state === 'read' && delivery.includes(month.slice(0, 7)),
          );
        };
        const writer = BillWriter.create({
          directory: resolve(directory),
          logger,
          async waitUntilRead({ month }, stop) {
            // The backend may not be up yet: then it has not read it either.
            while (!(await isRead(month).catch(() => false))) {
              await sleep(ASK_EVERY_MS, undefined, {
                signal: stop,
                ref: false,
              });
            }
          },
        });
        lifecycle.addStartupHook(() => {
          // Not awaited: the portal is up before its bill is.
          writer.run(signal).catch(error => {
            if (!signal.aborted) {
              logger.error('The demo world has stopped to write bills', error);
            }
          });
          // Never rejects. A bill that is there already says nothing of budgets.
          void keepFirstBudgets({
            cost: client,
            request,
            logger,
            everyMs: ASK_EVERY_MS,
            signal,
          });
        });
        lifecycle.addShutdownHook(() => stopping.abort());
      },
    });
  },
});
