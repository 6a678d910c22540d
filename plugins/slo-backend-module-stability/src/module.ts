import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { metricsSourcesExtensionPoint } from '@plimsoll/plugin-slo-node';
import { StabilityClient } from '@plimsoll/plugin-stability-common';
import { StabilityMetricsSource } from './source/StabilityMetricsSource';

/** The plugin that is asked, and the name of the source in documents. */
const STABILITY = 'stability';

/**
 * Brings the metrics source `stability` to the SLO backend: change failures
 * and recovery times of services.
 *
 * @public
 */
export const stabilitySourceModule = createBackendModule({
  pluginId: 'slo',
  moduleId: STABILITY,
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        metricsSources: metricsSourcesExtensionPoint,
      },
      async init({ auth, config, discovery, metricsSources }) {
        metricsSources.addSource({
          name: STABILITY,
          // stability's budget questions leave out what has this type
          type: STABILITY,
          source: StabilityMetricsSource.create({
            demo: config.getOptionalBoolean('stability.demo'),
            client: new StabilityClient({
              discoveryApi: discovery,
              fetchApi: { fetch },
            }),
            token: async () => {
              const { token } = await auth.getPluginRequestToken({
                onBehalfOf: await auth.getOwnServiceCredentials(),
                targetPluginId: STABILITY,
              });
              return token;
            },
          }),
        });
      },
    });
  },
});
