import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { SloClient } from '@plimsoll/plugin-slo-common';
import { sendCorrection } from './corrections/sendCorrection';
import { stockTakeCorrection } from './corrections/stockTakeCorrection';

/**
 * Has ShopKart's stock take excluded from an error budget, over HTTP as a
 * pipeline would.
 */
export const correctionModule = createBackendModule({
  pluginId: 'slo',
  moduleId: 'demo-corrections',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ auth, discovery, lifecycle, logger }) {
        if (process.env.NODE_ENV === 'production') {
          throw new InputError(
            'slo.demo is set, and made-up corrections are refused in production; take it out of app-config',
          );
        }
        const stopping = new AbortController();
        const { signal } = stopping;
        const slo = new SloClient({
          discoveryApi: discovery,
          fetchApi: { fetch },
        });
        lifecycle.addStartupHook(() => {
          // Not awaited: the objective comes when the catalog has it.
          sendCorrection({
            slo,
            correction: stockTakeCorrection(Date.now()),
            logger,
            signal,
            requestOptions: async () => ({
              ...(await auth.getPluginRequestToken({
                onBehalfOf: await auth.getOwnServiceCredentials(),
                targetPluginId: 'slo',
              })),
              signal,
            }),
          }).catch(error => {
            if (!signal.aborted) {
              logger.error('The demo world has stopped to correct', error);
            }
          });
        });
        lifecycle.addShutdownHook(() => stopping.abort());
      },
    });
  },
});
